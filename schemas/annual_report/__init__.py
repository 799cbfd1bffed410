"""政府信息公开工作年度报告: the annual report on information disclosure, 2008 to today."""

from .schema import SCHEMA

__all__ = ["SCHEMA"]
