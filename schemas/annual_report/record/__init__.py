"""The record of one annual report: a nested Pydantic model, one module for each part of the report."""

from .report import AnnualReport

__all__ = ["AnnualReport"]
