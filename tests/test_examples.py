"""The examples give what a person reads in them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from extractor import Result, extract
from extractor.documents import read_file

EXAMPLES = Path(__file__).parents[1] / "examples"

EXPECTED: dict[str, dict[str, object]] = {
    "2012-prose-only.txt": {
        "title": "烟台市2012年政府信息公开工作年度报告",
        "region.city": "烟台市",
        "region.adcode": "370600",
        "year": 2012,
        "template": "pre2019",
        "proactive.total_items": 93600,
        "proactive.channels.website": 71208,
        "proactive.channels.gazette": 324,
        "proactive.normative_documents_disclosed": 186,
        "response.interpretations": 152,
        "response.press_conferences": 47,
        "response.online_interviews": 36,
        "requests.received.total": 1284,
        "requests.channels.in_person": 402,
        "requests.channels.online": 561,
        "requests.channels.letter": 289,
        "requests.channels.fax": 32,
        "requests.outcomes.total.total": 1251,
        "requests.carried_forward.total": 33,
        "requests.outcomes.disclosed.granted.total": 768,
        "requests.outcomes.disclosed.partially_granted.total": 117,
        "requests.outcomes.refused.subtotal.total": 94,
        "requests.outcomes.unavailable.does_not_exist.total": 143,
        "requests.outcomes.unavailable.not_this_agency.total": 129,
        "requests.fees_collected": 0,
        "reconsideration.total": 27,
        "reconsideration.corrected": 2,
        "litigation.total": 11,
        "litigation.upheld": 9,
        "complaints.total": 16,
        "resources.staff_total": 547,
        "resources.staff_full_time": 88,
        "resources.staff_part_time": 459,
        "resources.reading_points": 214,
        "resources.dedicated_offices": 63,
        "resources.budget": Decimal("312.5"),
        "training.meetings": 23,
        "training.sessions": 41,
        "training.trainees": 3260,
    },
    "2016-statistics-table.txt": {
        "title": "当阳市人民政府2016年政府信息公开工作年度报告",
        "issuer": "当阳市人民政府",
        "region.county": "当阳市",
        "region.adcode": "420582",
        "period_start": date(2016, 1, 1),
        "period_end": date(2016, 12, 31),
        "template": "pre2019",
        "proactive.total_items": 6842,
        "proactive.normative_documents_disclosed": 37,
        "proactive.normative_documents_issued": 21,
        "proactive.channels.wechat": 1874,
        "response.press_conferences_by_leaders": 2,
        "response.other_responses": 7,
        "requests.received.total": 58,
        "requests.channels.fax": 0,
        "requests.concluded.on_time": 55,
        "requests.concluded.extended": 3,
        "requests.outcomes.disclosed.already_public.total": 9,
        "requests.outcomes.refused.personal_privacy.total": 2,
        "requests.outcomes.other.referred_elsewhere.total": 1,
        "reconsideration.other": 1,
        "litigation.upheld": 1,
        "resources.staff_full_time": 11,
        "resources.budget": Decimal("46.8"),
        "training.trainees": 385,
    },
    "2020-form-2019.html": {
        "title": "诸暨市人民政府2020年政府信息公开工作年度报告",
        "region.county": "诸暨市",
        "region.adcode": "330681",
        "year": 2020,
        "template": "2019",
        "proactive.channels.website": 18326,
        "proactive.channels.wechat": 2977,
        "proactive.normative_documents.made": 19,
        "proactive.normative_documents.disclosed_total": 143,
        "proactive.licensing.items_change": -12,
        "proactive.licensing.decisions": 184205,
        "proactive.penalties.items_change": 64,
        "proactive.procurement.amount": Decimal("88640.52"),
        "requests.received.natural_person": 124,
        "requests.received.total": 137,
        "requests.carried_over.total": 6,
        "requests.channels.letter": 48,
        "requests.outcomes.disclosed.granted.commercial_enterprise": 5,
        "requests.outcomes.refused.process_information.legal_service_organization": 1,
        "requests.outcomes.other.subtotal.total": 2,
        "requests.outcomes.total.total": 138,
        "requests.carried_forward.natural_person": 5,
        "reconsideration.total": 5,
        "litigation_direct.pending": 1,
        "litigation_after_reconsideration.total": 1,
    },
    "2021-traditional.txt": {
        "region.city": "佛山市",
        "region.adcode": "440600",
        "year": 2021,
        "template": "2021",
        "proactive.channels.website": 152680,
        "proactive.channels.wechat": 88254,
        "proactive.regulations.in_force": 22,
        "proactive.normative_documents.issued": 94,
        "proactive.licensing.decisions": 1204377,
        "proactive.fees.amount": Decimal("63718.2451"),
        "requests.received.total": 1406,
        "requests.received.research_institution": 3,
        "requests.outcomes.unavailable.not_held.natural_person": 318,
        "requests.outcomes.other.overdue_payment.commercial_enterprise": 1,
        "requests.outcomes.total.total": 1396,
        "requests.carried_forward.total": 62,
        "requests.fees_collected": Decimal("0.32"),
        "reconsideration.upheld": 64,
        "litigation_after_reconsideration.total": 30,
    },
    "2022-form-2021-pdf.txt": {
        "title": "平江县人民政府2022年政府信息公开工作年度报告",
        "issuer": "平江县人民政府",
        "region.county": "平江县",
        "region.adcode": "430626",
        "period_end": date(2022, 12, 31),
        "template": "2021",
        "proactive.channels.website": 9218,
        "proactive.channels.new_media": 3406,
        "proactive.normative_documents.repealed": 6,
        "proactive.licensing.decisions": 21764,
        "proactive.coercive_measures.decisions": 412,
        "proactive.fees.amount": Decimal("2316.07"),
        "requests.received.natural_person": 69,
        "requests.carried_over.total": 2,
        "requests.outcomes.disclosed.partially_granted.legal_service_organization": 1,
        "requests.outcomes.unavailable.not_held.total": 18,
        "requests.outcomes.other.other.total": 1,
        "requests.outcomes.total.total": 71,
        "requests.fees_collected": 0,
        "reconsideration.upheld": 3,
        "litigation_after_reconsideration.pending": 1,
    },
    "2022-township-word.html": {
        "issuer": "肥西县白鹭镇人民政府",
        "region.county": "肥西县",
        "region.adcode": "340123",
        "year": 2022,
        "template": "2021",
        "proactive.channels.website": 612,
        "proactive.regulations.issued": None,
        "proactive.normative_documents.in_force": 2,
        "proactive.licensing.decisions": 16,
        "proactive.coercive_measures.decisions": None,
        "requests.received.total": 0,
        "requests.outcomes.disclosed.granted.natural_person": 0,
        "requests.outcomes.refused.state_secret.natural_person": None,
        "requests.outcomes.total.total": 0,
        "requests.fees_collected": 0,
        "litigation_direct.total": 0,
    },
    "2023-form-2021.md": {
        "region.city": "宜宾市",
        "region.adcode": "511500",
        "year": 2023,
        "template": "2021",
        "proactive.channels.website": 41260,
        "proactive.channels.new_media": 28417,
        "response.interpretations": 326,
        "proactive.normative_documents.issued": 38,
        "proactive.penalties.decisions": 74905,
        "proactive.fees.amount": Decimal("18452.6"),
        "requests.handled.total": 612,
        "requests.received.total": 594,
        "requests.carried_over.total": 18,
        "requests.channels.online": 377,
        "requests.outcomes.refused.process_information.natural_person": 15,
        "requests.outcomes.not_processed.excessive_repetition.total": 3,
        "requests.outcomes.other.overdue_payment.natural_person": 1,
        "requests.outcomes.total.total": 586,
        "requests.fees_collected": Decimal("0.184"),
        "reconsideration.total": 50,
        "litigation_direct.other": 3,
    },
    "2023-planted-mistake.txt": {
        "issuer": "信阳市城市管理综合服务局",
        "region.city": "信阳市",
        "region.adcode": "411500",
        "year": 2023,
        "template": "2021",
        "proactive.licensing.decisions": 1296,
        "requests.received.total": 46,
        "requests.outcomes.unavailable.not_held.natural_person": 18,
        "requests.outcomes.unavailable.not_held.total": 9,
        "requests.outcomes.total.total": 45,
        "requests.carried_forward.total": 2,
        "reconsideration.upheld": 2,
    },
}

LISTED = {
    "2012-prose-only.txt": (4, 3),
    "2016-statistics-table.txt": (3, 4),
    "2020-form-2019.html": (3, 4),
    "2021-traditional.txt": (4, 5),
    "2022-form-2021-pdf.txt": (3, 3),
    "2022-township-word.html": (2, 3),
    "2023-form-2021.md": (3, 4),
    "2023-planted-mistake.txt": (3, 3),
}


UNREAD = {"2022-township-word.html": {"proactive.channels.website"}}
"""What a person reads and the rules leave open: whose website a page of the county's website is."""


@cache
def read(name: str) -> Result:
    """The result for one example."""
    return extract(EXAMPLES / name, "annual_report")


def test_every_example_is_tested_and_named_in_the_readme() -> None:
    files = {file.name for file in EXAMPLES.iterdir() if file.name != "README.md"}
    assert files == EXPECTED.keys() == LISTED.keys()
    readme = (EXAMPLES / "README.md").read_text("utf-8")
    assert [name for name in files if f"`{name}`" not in readme] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_values_are_those_that_a_person_reads(name: str) -> None:
    fields = read(name).fields
    found = {path: fields[path].value if path in fields else None for path in EXPECTED[name]}
    assert found == EXPECTED[name] | dict.fromkeys(UNREAD.get(name, ()))


@pytest.mark.parametrize("name", LISTED)
def test_problems_and_measures_are_listed_one_by_one(name: str) -> None:
    fields = read(name).fields
    lists = [fields[path].value for path in ("problems", "improvements")]
    assert [len(found) if isinstance(found, list) else None for found in lists] == list(LISTED[name])


@pytest.mark.parametrize("name", EXPECTED)
def test_evidence_is_the_text_at_its_offsets(name: str) -> None:
    text = read_file(EXAMPLES / name).text
    stated = {path: f for path, f in read(name).fields.items() if f.status == "stated"}
    assert stated and all(f.evidence for f in stated.values())
    assert [p for p, f in stated.items() for e in f.evidence if text[e.start : e.end] != e.text] == []


@pytest.mark.parametrize("name", sorted(EXPECTED.keys() - {"2023-planted-mistake.txt"}))
def test_a_report_that_adds_up_has_no_error(name: str) -> None:
    assert [f.message for f in read(name).findings if f.severity == "error"] == []


def test_the_planted_mistake_is_named_with_the_value_that_mends_it() -> None:
    cell = "requests.outcomes.unavailable.not_held.natural_person"
    errors = [f for f in read("2023-planted-mistake.txt").findings if f.severity == "error"]
    assert errors and all(cell in finding.paths for finding in errors)
    assert (cell, Decimal(8)) in {(s.path, s.value) for finding in errors for s in finding.suspects}


def test_slashes_are_not_zeros() -> None:
    fields = read("2022-township-word.html").fields
    assert fields["proactive.regulations.issued"].status == "not_applicable"
    assert fields["requests.received.natural_person"].value == 0
