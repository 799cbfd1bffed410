"""Worlds: every value of one body's year, consistent with all identities, in a realistic magnitude."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from random import Random

from .forms import COLUMNS, RESULTS
from .identities import OUTCOME_ROWS, Number


class Tier(StrEnum):
    """The size of the body: how many requests it handles a year."""

    IDLE = "idle"
    TOWNSHIP = "township"
    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"


_REQUESTS = {
    Tier.IDLE: (0, 0),
    Tier.TOWNSHIP: (1, 6),
    Tier.COUNTY: (12, 150),
    Tier.CITY: (200, 3000),
    Tier.PROVINCE: (8000, 40000),
}
_SCALE = {Tier.IDLE: 0, Tier.TOWNSHIP: 40, Tier.COUNTY: 900, Tier.CITY: 12000, Tier.PROVINCE: 400000}
_WEIGHTS = {
    "natural_person": 85.0,
    "commercial_enterprise": 8.0,
    "research_institution": 1.0,
    "social_welfare_organization": 1.0,
    "legal_service_organization": 3.0,
    "other_organization": 2.0,
}
_ROW_WEIGHTS = {
    "granted": 40.0,
    "partially_granted": 10.0,
    "not_held": 20.0,
    "requires_creation": 4.0,
    "petition_or_complaint": 4.0,
    "repeated": 3.0,
    "other": 3.0,
}


@dataclass(frozen=True)
class World:
    """The true values by path, and the size of the body they belong to."""

    tier: Tier
    values: dict[str, Number]


def split(rng: Random, amount: int, weights: Sequence[float]) -> list[int]:
    """`amount` divided at random into as many parts as there are weights."""
    parts = [0] * len(weights)
    if amount <= 400:
        for index in rng.choices(range(len(weights)), weights, k=amount):
            parts[index] += 1
        return parts
    noisy = [weight * rng.uniform(0.6, 1.4) for weight in weights]
    parts = [int(amount * weight / sum(noisy)) for weight in noisy]
    parts[noisy.index(max(noisy))] += amount - sum(parts)
    return parts


def some(rng: Random, tier: Tier, share: float = 1.0) -> int:
    """A count in the magnitude of the tier, often zero for small bodies."""
    top = int(_SCALE[tier] * share)
    if top < 1 or rng.random() < {Tier.TOWNSHIP: 0.4, Tier.COUNTY: 0.15}.get(tier, 0.05):
        return 0
    return rng.randint(max(1, top // 20), top)


def money(rng: Random, tier: Tier) -> Decimal:
    """An amount in 万元 with up to four decimals."""
    if tier is Tier.IDLE or rng.random() < 0.2:
        return Decimal(0)
    places = rng.choice((0, 1, 2, 2, 2, 3, 4))
    return Decimal(rng.randint(1, _SCALE[tier] * 100)).scaleb(-places)


def remedies(rng: Random, tier: Tier) -> dict[str, Number]:
    """Section four: reconsideration and the two kinds of litigation."""
    found: dict[str, Number] = {}
    for stem in ("reconsideration", "litigation_direct", "litigation_after_reconsideration"):
        total = rng.randint(0, max(0, int(_REQUESTS[tier][1] * 0.1))) if rng.random() < 0.6 else 0
        parts = split(rng, total, (6, 1, 3, 2))
        found |= {f"{stem}.{key}": n for key, n in zip(RESULTS, [*parts, total], strict=True)}
    for result in RESULTS:
        found[f"litigation.{result}"] = (
            found[f"litigation_direct.{result}"] + found[f"litigation_after_reconsideration.{result}"]
        )
    return found


def section_three(rng: Random, tier: Tier) -> dict[str, Number]:
    """The cells of section three: each column is balanced, each row adds up."""
    low, high = _REQUESTS[tier]
    spread = tuple(
        weight if rng.random() < 0.7 or n == 0 else 0.01 for n, weight in enumerate(_WEIGHTS.values())
    )
    received = split(rng, rng.randint(low, high), spread)
    over = split(rng, rng.randint(0, high // 12), spread)
    stems = [f"outcomes.{group}.{row}" for group, rows in OUTCOME_ROWS.items() for row in rows]
    weights = [_ROW_WEIGHTS.get(stem.rsplit(".", 1)[1], 1.0) for stem in stems]
    weights = [weight if rng.random() < 0.6 else weight * 0.02 for weight in weights]
    found: dict[str, int] = {}
    for column, new, old in zip(COLUMNS[:-1], received, over, strict=True):
        left = rng.randint(0, (new + old) // 10)
        outcome = split(rng, new + old - left, weights)
        cells = {
            "received": new,
            "carried_over": old,
            "carried_forward": left,
            "outcomes.total": sum(outcome),
        }
        cells |= dict(zip(stems, outcome, strict=True))
        for group, rows in OUTCOME_ROWS.items():
            cells[f"outcomes.{group}.subtotal"] = sum(cells[f"outcomes.{group}.{row}"] for row in rows)
        for stem, amount in cells.items():
            found[f"requests.{stem}.{column}"] = amount
            total = f"requests.{stem}.total"
            found[total] = found.get(total, 0) + amount
    found["requests.handled.total"] = found["requests.received.total"] + found["requests.carried_over.total"]
    return dict(found)


def _channels(rng: Random, received: int, *, joined: bool) -> dict[str, Number]:
    keys = ("in_person", "online", "letter_and_fax") if joined else ("in_person", "fax", "online", "letter")
    weights = (3, 5, 3) if joined else (3, 0.5, 5, 2)
    parts = split(rng, received, weights)
    return {f"requests.channels.{key}": n for key, n in zip(keys, parts, strict=True)}


def _disclosure(rng: Random, tier: Tier) -> dict[str, Number]:
    total = some(rng, tier, 5)
    keys = ("gazette", "website", "weibo", "wechat", "other", "new_media")
    found: dict[str, Number] = {"proactive.total_items": total}
    found |= {
        f"proactive.channels.{key}": some(rng, tier, share)
        for key, share in zip(keys, (0.1, 4, 1, 2, 0.5, 2), strict=True)
    }
    return found


def of_form_2021(rng: Random, tier: Tier) -> World:
    """A year under the form of 2021."""
    values: dict[str, Number] = {**section_three(rng, tier), **remedies(rng, tier), **_disclosure(rng, tier)}
    values |= _channels(rng, int(values["requests.received.total"]), joined=False)
    makes_rules = tier in (Tier.CITY, Tier.PROVINCE)
    for stem, share in (("regulations", 0.002 if makes_rules else 0), ("normative_documents", 0.02)):
        issued = some(rng, tier, share)
        values[f"proactive.{stem}.issued"] = issued
        values[f"proactive.{stem}.repealed"] = some(rng, tier, share)
        values[f"proactive.{stem}.in_force"] = issued + some(rng, tier, share * 4)
    for stem in ("licensing", "penalties", "coercive_measures"):
        values[f"proactive.{stem}.decisions"] = some(rng, tier)
    values["proactive.fees.amount"] = money(rng, tier)
    return World(tier, values)


def of_form_2019(rng: Random, tier: Tier) -> World:
    """A year under the form of 2019; changes of items may be negative."""
    values: dict[str, Number] = {**section_three(rng, tier), **remedies(rng, tier), **_disclosure(rng, tier)}
    values |= _channels(rng, int(values["requests.received.total"]), joined=False)
    for stem in ("regulations", "normative_documents"):
        made = some(rng, tier, 0.01)
        newly = rng.randint(0, made)
        values[f"proactive.{stem}.made"] = made
        values[f"proactive.{stem}.newly_disclosed"] = newly
        values[f"proactive.{stem}.disclosed_total"] = newly + some(rng, tier, 0.04)
    for stem in ("licensing", "other_services", "penalties", "coercive_measures", "fees"):
        values[f"proactive.{stem}.items_last_year"] = some(rng, tier, 0.2)
        change = some(rng, tier, 0.02) * rng.choice((1, 1, -1))
        values[f"proactive.{stem}.items_change"] = change
        if stem != "fees":
            values[f"proactive.{stem}.decisions"] = some(rng, tier)
    values["proactive.procurement.items"] = some(rng, tier, 0.05)
    values["proactive.procurement.amount"] = money(rng, tier)
    return World(tier, values)


def before_2019(rng: Random, tier: Tier, *, provincial: bool = False, cumulative: bool = False) -> World:
    """A year under the statistics table; with `cumulative` also the sums of this and earlier years."""
    values = _statistics(rng, tier, provincial=provincial)
    if cumulative:
        earlier = _statistics(rng, tier, provincial=provincial)
        values |= {f"cumulative.{path}": n + earlier[path] for path, n in list(values.items())}
    return World(tier, values)


def _statistics(rng: Random, tier: Tier, *, provincial: bool) -> dict[str, Number]:
    low, high = _REQUESTS[tier]
    received = rng.randint(low, high)
    values: dict[str, Number] = {"requests.received.total": received, **_disclosure(rng, tier)}
    values |= _channels(rng, received, joined=provincial)
    answered = received - rng.randint(0, received // 10)
    values["requests.outcomes.total.total"] = answered
    values |= _answers_provincial(rng, answered) if provincial else _answers_national(rng, answered)
    extended = rng.randint(0, answered // 8)
    values["requests.concluded.total"] = answered
    values["requests.concluded.on_time"] = answered - extended
    values["requests.concluded.extended"] = extended
    for stem in ("reconsideration", "litigation"):
        total = rng.randint(0, max(0, high // 12)) if rng.random() < 0.6 else 0
        parts = split(rng, total, (6, 1, 3))
        values |= {f"{stem}.{k}": n for k, n in zip(("upheld", "corrected", "other"), parts, strict=True)}
        values[f"{stem}.total"] = total
    values["complaints.total"] = some(rng, tier, 0.01)
    values |= _resources(rng, tier) | _responses(rng, tier)
    values["requests.fees_collected"] = money(rng, Tier.TOWNSHIP) if rng.random() < 0.2 else Decimal(0)
    whole = int(values["proactive.total_items"])
    values["proactive.normative_documents_disclosed"] = rng.randint(0, min(whole, 300))
    values["proactive.normative_documents_issued"] = some(rng, tier, 0.02)
    return values


def _answers_national(rng: Random, answered: int) -> dict[str, Number]:
    keys = (
        "disclosed.already_public", "disclosed.granted", "disclosed.partially_granted", "refused.subtotal",
        "unavailable.not_this_agency", "unavailable.does_not_exist",
        "other.amendment_requested", "other.referred_elsewhere",
    )  # fmt: skip
    parts = split(rng, answered, (10, 30, 8, 8, 12, 14, 8, 4))
    found: dict[str, Number] = {f"requests.outcomes.{k}.total": n for k, n in zip(keys, parts, strict=True)}
    refusals = ("state_secret", "commercial_secret", "personal_privacy", "security_and_stability",
                "not_government_information", "other")  # fmt: skip
    reasons = split(rng, parts[3], (1, 2, 2, 1, 4, 3))
    found |= {f"requests.outcomes.refused.{k}.total": n for k, n in zip(refusals, reasons, strict=True)}
    return found


def _answers_provincial(rng: Random, answered: int) -> dict[str, Number]:
    keys = ("disclosed.granted", "disclosed.partially_granted", "refused.subtotal", "other.subtotal")
    parts = split(rng, answered, (5, 1, 1, 4))
    return {f"requests.outcomes.{k}.total": n for k, n in zip(keys, parts, strict=True)}


def _resources(rng: Random, tier: Tier) -> dict[str, Number]:
    full, part = some(rng, tier, 0.01), 1 + some(rng, tier, 0.03)
    return {
        "resources.dedicated_offices": some(rng, tier, 0.01),
        "resources.reading_points": 1 + some(rng, tier, 0.02),
        "resources.staff_full_time": full,
        "resources.staff_part_time": part,
        "resources.staff_total": full + part,
        "resources.budget": money(rng, Tier.TOWNSHIP if tier is Tier.IDLE else tier),
        "training.meetings": some(rng, tier, 0.01),
        "training.sessions": some(rng, tier, 0.01),
        "training.trainees": some(rng, tier, 0.3),
    }


def _responses(rng: Random, tier: Tier) -> dict[str, Number]:
    conferences, interviews = some(rng, tier, 0.02), some(rng, tier, 0.02)
    return {
        "response.hot_issues": some(rng, tier, 0.05),
        "response.press_conferences": conferences,
        "response.press_conferences_by_leaders": rng.randint(0, conferences),
        "response.online_interviews": interviews,
        "response.online_interviews_by_leaders": rng.randint(0, interviews),
        "response.interpretations": some(rng, tier, 0.1),
        "response.social_media_responses": some(rng, tier, 0.1),
        "response.other_responses": some(rng, tier, 0.05),
    }
