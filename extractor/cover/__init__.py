"""The cover witness: title, issuer, place, year and period, as the beginning of a report states them."""

from .read import read

__all__ = ["read"]
