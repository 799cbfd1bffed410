"""Weighs what the witnesses said: identities, conflicts, localisation of the wrong cell, confidence.

    observations ─▶ admit ─▶ weigh ─▶ judge ─▶ check ─▶ derive ─▶ fields and findings

`admit` lets in what has the type of its field; `weigh` makes one reading of each path; `judge` settles
conflicts and ambiguous readings by arithmetic; `check` applies the identities and `localise` finds the
wrong cell; `derive` computes what has one solution; `confidence` says how likely each value is right.
"""

from .reconcile import Reconciled, reconcile

__all__ = ["Reconciled", "reconcile"]
