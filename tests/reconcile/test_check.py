"""Identities that fail: what the finding says, how grave it is, and what is no failure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from reconcile.section_three import COLUMNS
from reconcile.testimony import LLM, NARRATIVE, TABLE, Report, in_year, rules, the_finding

from extractor.reconcile import Reconciled
from extractor.values import Finding, Severity, Span, Status, Witness

BALANCE = {
    "requests.received.total": 21,
    "requests.carried_over.total": 0,
    "requests.outcomes.total.total": 20,
    "requests.carried_forward.total": 0,
}


def before_2019() -> Report:
    return in_year(2016, "pre2019")


def graded(found: Reconciled) -> list[tuple[str, Severity]]:
    return [(f.rule, f.severity) for f in found.findings]


def test_a_failed_balance_shows_both_sides_in_two_languages() -> None:
    report = in_year().tells(BALANCE)
    finding = the_finding(report.reconciled(), "requests.balance")
    assert finding.message.split(" / ")[0] == (
        "总计：本年新收政府信息公开申请数量 21 + 上年结转政府信息公开申请数量 0 = 21，"
        "而(七)总计 20 + 四、结转下年度继续办理 0 = 20，相差1（第一项加第二项之和，等于第三项加第四项之和）"
        "；以下任一处有误皆可解释，无法断定：四、结转下年度继续办理 · 总计（0→1）、(七)总计 · 总计（20→21）、"
        "本年新收政府信息公开申请数量 · 总计（21→20）"
    )
    assert "requests.received.total 21 + requests.carried_over.total 0 = 21, but " in finding.message
    assert (finding.left, finding.right, finding.difference) == (Decimal(21), Decimal(20), Decimal(1))
    assert finding.paths == tuple(BALANCE)
    assert [span.of(report.text) for span in finding.spans] == ["21", "0", "20", "0"]


def test_candidates_of_a_failed_balance_are_flagged_and_the_others_not() -> None:
    fields = in_year().tells(BALANCE).reconciled().fields
    flagged = {path for path, field in fields.items() if "unbalanced" in field.flags}
    assert flagged == set(BALANCE) - {"requests.carried_over.total"}


def test_a_total_that_only_itself_can_mend_is_the_suspect() -> None:
    results = {"upheld": 10, "corrected": 1, "other": 0, "pending": 0, "total": 0}
    found = in_year().tells({f"reconsideration.{k}": v for k, v in results.items()}).reconciled()
    finding = the_finding(found, "reconsideration.total")
    assert finding.suspects == (("reconsideration.total", Decimal(11)),)
    assert "最可能有误的是行政复议 总计（印作0，若为11则各式相符）" in finding.message
    assert found.fields["reconsideration.total"].value == 0
    assert found.fields["reconsideration.total"].flags == ("suspect",)
    assert found.fields["reconsideration.upheld"].flags == ()


def test_zeros_of_a_long_sum_are_counted_instead_of_written_out() -> None:
    row = {
        "natural_person": 3,
        "commercial_enterprise": 0,
        "research_institution": 0,
        "social_welfare_organization": 0,
        "legal_service_organization": 0,
        "other_organization": 0,
        "total": 5,
    }
    report = in_year().tells({f"requests.received.{k}": v for k, v in row.items()})
    finding = the_finding(report.reconciled(), "requests.row_total")
    message = finding.message
    assert "总计 5，而自然人 3 + 其余5项为0 = 3，相差2" in message
    assert "requests.received.natural_person 3 + 5 others at 0 = 3" in message
    assert [span.of(report.text) for span in finding.spans] == ["5", "3"]
    assert len(finding.paths) == 7


def test_a_subtotal_is_compared_with_its_rows_and_not_cell_by_cell() -> None:
    cells: dict[str, int] = {}
    for row in ("not_held", "requires_creation", "unclear_after_correction"):
        cells |= {f"{OUTCOMES}unavailable.{row}.{c}": 0 for c in COLUMNS}
    cells[f"{OUTCOMES}unavailable.not_held.natural_person"] = 2
    cells[f"{OUTCOMES}unavailable.not_held.total"] = 2
    report = in_year().tells({**cells, f"{OUTCOMES}unavailable.subtotal.total": 5})
    assert rules(report.reconciled()) == ["requests.outcomes.unavailable"]


def test_long_labels_are_cut_to_their_first_clause() -> None:
    cells = {f"{OUTCOMES}other.overdue_correction.natural_person": 3}
    report = in_year().tells({**cells, f"{OUTCOMES}other.subtotal.natural_person": 1})
    message = the_finding(report.reconciled(), "requests.outcomes.other").message
    assert "(六)其他处理 1.申请人无正当理由逾期不补正 3" in message


@pytest.mark.parametrize(
    ("doubt", "severity"),
    [({}, Severity.ERROR), ({"support": 0.6}, Severity.WARNING), ({"witness": LLM}, Severity.WARNING)],
    ids=["certain", "weak label", "model"],
)
def test_an_error_needs_terms_that_are_certain(doubt: dict[str, float], severity: Severity) -> None:
    report = before_2019().says("resources.staff_total", 40)
    report.says("resources.staff_full_time", 10).says("resources.staff_part_time", 20, **doubt)  # type: ignore[arg-type]
    assert graded(report.reconciled()) == [("resources.staff", severity)]


def test_a_sum_over_table_and_sentence_is_only_doubtful() -> None:
    report = before_2019().says("resources.staff_total", 40, NARRATIVE)
    report.tells({"resources.staff_full_time": 10, "resources.staff_part_time": 20})
    assert graded(report.reconciled()) == [("resources.staff", Severity.WARNING)]


@pytest.mark.parametrize(("approximate", "failed"), [(500, False), (300, True)])
def test_an_approximate_term_fails_a_sum_only_beyond_its_precision(approximate: int, failed: bool) -> None:
    report = before_2019().says("resources.staff_total", approximate, NARRATIVE, "approximate")
    report.tells({"resources.staff_full_time": 100, "resources.staff_part_time": 431}, NARRATIVE)
    expected = [("resources.staff", Severity.WARNING)] if failed else []
    assert graded(report.reconciled()) == expected


OUTCOMES = "requests.outcomes."
REPLIES = {
    f"{OUTCOMES}disclosed.already_public.total": 2,
    f"{OUTCOMES}disclosed.granted.total": 57,
    f"{OUTCOMES}disclosed.partially_granted.total": 2,
    f"{OUTCOMES}refused.subtotal.total": 4,
    f"{OUTCOMES}unavailable.not_this_agency.total": 5,
    f"{OUTCOMES}unavailable.does_not_exist.total": 6,
    f"{OUTCOMES}other.amendment_requested.total": 7,
    f"{OUTCOMES}other.referred_elsewhere.total": 8,
}
TOTAL = f"{OUTCOMES}total.total"


@pytest.mark.parametrize(
    ("total", "witness", "expected"),
    [
        (91, TABLE, []),
        (93, TABLE, [Severity.ERROR]),
        (89, TABLE, [Severity.ERROR]),
        (93, NARRATIVE, [Severity.WARNING]),
        (89, NARRATIVE, [Severity.ERROR]),
    ],
    ids=["table", "table above", "table below", "sentences above", "sentences below"],
)
def test_a_list_in_sentences_may_be_incomplete_but_not_larger_than_the_whole(
    total: int, witness: Witness, expected: list[Severity]
) -> None:
    found = before_2019().tells({**REPLIES, TOTAL: total}, witness).reconciled()
    assert [f.severity for f in found.findings] == expected


@pytest.mark.parametrize(
    ("total", "witness", "expected"),
    [
        (192, TABLE, []),
        (195, TABLE, [Severity.WARNING]),
        (195, NARRATIVE, []),
        (190, TABLE, [Severity.ERROR]),
    ],
)
def test_a_provincial_list_ends_in_a_row_for_the_rest(
    total: int, witness: Witness, expected: list[Severity]
) -> None:
    replies = {
        f"{OUTCOMES}disclosed.granted.total": 57,
        f"{OUTCOMES}disclosed.partially_granted.total": 2,
        f"{OUTCOMES}other.subtotal.total": 133,
        TOTAL: total,
    }
    found = before_2019().tells(replies, witness).reconciled()
    assert [f.severity for f in found.findings] == expected


def test_parts_that_exceed_the_whole_fail_though_others_are_not_given() -> None:
    replies = {TOTAL: 60, f"{OUTCOMES}disclosed.granted.total": 57, f"{OUTCOMES}refused.subtotal.total": 4}
    finding = the_finding(before_2019().tells(replies).reconciled(), "requests.outcomes")
    assert (finding.severity, finding.left, finding.right) == (Severity.ERROR, Decimal(60), Decimal(61))
    assert "（尚有未列出的项）" in finding.message


@pytest.mark.parametrize("whole", ["requests.received.total", "requests.handled.total"])
def test_channels_add_up_to_the_requests_received_or_to_all_that_were_handled(whole: str) -> None:
    channels = {
        "requests.channels.in_person": 9,
        "requests.channels.online": 6,
        "requests.channels.letter": 2,
        "requests.channels.fax": 1,
    }
    other = {"requests.received.total": 17, "requests.handled.total": 19}
    right = before_2019().tells({**channels, **other, whole: 18}).reconciled()
    wrong = before_2019().tells({**channels, **other}).reconciled()
    assert "requests.channels" not in rules(right)
    assert "requests.channels" in rules(wrong)


def test_letter_and_fax_together_are_not_counted_twice() -> None:
    channels = {
        "requests.received.total": 192,
        "requests.channels.in_person": 2,
        "requests.channels.online": 65,
        "requests.channels.letter_and_fax": 125,
        "requests.channels.letter": 125,
    }
    assert before_2019().tells(channels).reconciled().findings == ()


def test_sentences_far_apart_may_speak_of_different_bodies() -> None:
    parts = {"resources.staff_full_time": 10, "resources.staff_part_time": 29}
    near = before_2019().says("resources.staff_total", 35, NARRATIVE).tells(parts, NARRATIVE)
    far = before_2019().says("resources.staff_total", 35, NARRATIVE)
    far.text += "。" * 200
    far.tells(parts, NARRATIVE)
    assert graded(near.reconciled()) == [("resources.staff", Severity.ERROR)]
    assert graded(far.reconciled()) == [("resources.staff", Severity.WARNING)]


def test_sentences_that_name_some_parts_are_only_doubtful_when_these_exceed_the_whole() -> None:
    said = {"litigation.total": 14, "litigation.upheld": 97}
    assert graded(before_2019().tells(said, NARRATIVE).reconciled()) == [
        ("litigation.total", Severity.WARNING)
    ]
    assert graded(before_2019().tells(said).reconciled()) == [("litigation.total", Severity.ERROR)]


def test_unstated_subtotals_are_written_out() -> None:
    cells = {f"{OUTCOMES}disclosed.granted.total": 3, f"{OUTCOMES}disclosed.partially_granted.total": 1}
    reasons = [
        "state_secret",
        "prohibited_by_law",
        "security_and_stability",
        "third_party_rights",
        "internal_affairs",
        "process_information",
        "enforcement_files",
        "administrative_inquiry",
    ]
    cells |= {f"{OUTCOMES}refused.{reason}.total": 1 for reason in reasons}
    cells |= {f"{OUTCOMES}{group}.subtotal.total": 2 for group in ("unavailable", "not_processed", "other")}
    found = in_year().tells({**cells, TOTAL: 19}).reconciled()
    finding = the_finding(found, "requests.outcomes")
    assert (finding.left, finding.right) == (Decimal(19), Decimal(18))
    assert set(finding.paths) == {*cells, TOTAL}


def test_a_row_that_could_not_be_read_makes_the_sum_doubtful() -> None:
    report = in_year().tells({"reconsideration.upheld": 1, "reconsideration.corrected": 0})
    unread = len(report.text)
    report.text += "7\n"
    report.findings.append(
        Finding("table.unknown_row", Severity.WARNING, "", spans=(Span(unread, unread + 1),))
    )
    report.tells({"reconsideration.other": 0, "reconsideration.pending": 0, "reconsideration.total": 8})
    assert ("reconsideration.total", Severity.WARNING) in graded(report.reconciled())


def test_blank_cells_leave_an_identity_open() -> None:
    report = in_year().tells({**BALANCE, "requests.received.total": 30})
    report.observations = [o for o in report.observations if "outcomes" not in o.path]
    assert report.leaves_blank(TOTAL).reconciled().findings == ()


@pytest.mark.parametrize(
    ("left", "right", "rule"),
    [
        ("response.press_conferences_by_leaders", "response.press_conferences", "response.press_conferences"),
        (
            "proactive.regulations.newly_disclosed",
            "proactive.regulations.disclosed_total",
            "proactive.newly_disclosed",
        ),
        ("complaints.total", "cumulative.complaints.total", "cumulative"),
    ],
)
def test_a_part_is_not_larger_than_its_whole(left: str, right: str, rule: str) -> None:
    assert rules(Report().tells({left: 5, right: 3}).reconciled()) == [rule]
    assert rules(Report().tells({left: 3, right: 5}).reconciled()) == []


def test_the_column_for_all_years_has_its_own_sums() -> None:
    staff = {"resources.staff_total": 3, "resources.staff_full_time": 1, "resources.staff_part_time": 1}
    found = before_2019().tells({f"cumulative.{path}": value for path, value in staff.items()}).reconciled()
    assert rules(found) == ["cumulative.resources.staff"]


def test_findings_stand_in_the_order_of_their_gravity() -> None:
    report = (
        in_year(2016, "2021").tells(BALANCE).tells({"complaints.total": 5, "cumulative.complaints.total": 3})
    )
    severities = [f.severity for f in report.reconciled().findings]
    assert severities == [Severity.ERROR, Severity.WARNING, Severity.INFO]


def test_findings_of_the_witnesses_are_passed_on() -> None:
    report = Report()
    report.findings.append(Finding("share", Severity.WARNING, "91%"))
    assert rules(report.reconciled()) == ["share"]


def test_fields_stand_in_the_order_of_the_schema() -> None:
    report = Report().tells({"training.sessions": 3, "proactive.total_items": 1, "complaints.total": 2})
    assert list(report.reconciled().fields) == [
        "proactive.total_items",
        "complaints.total",
        "training.sessions",
    ]


def test_a_slash_is_neither_zero_nor_a_gap_to_fill() -> None:
    report = in_year().says("requests.received.total", 0).says("requests.received.natural_person", 0)
    found = report.leaves_blank(
        "requests.received.other_organization", status=Status.NOT_APPLICABLE
    ).reconciled()
    field = found.fields["requests.received.other_organization"]
    assert (field.value, field.status) == (None, Status.NOT_APPLICABLE)
