"""Section two of the forms: what was disclosed without being asked for."""

from __future__ import annotations

from decimal import Decimal

from extractor.declare import described

from .base import ALL, FORM_2019, FORM_2021, PRE2019, SINCE_2019, Part


class Channels(Part):
    """Items disclosed through each channel; the same item may be counted in several."""

    gazette: int | None = described("政府公报公开政府信息数", "条", ALL)
    website: int | None = described("政府网站公开政府信息数", "条", ALL)
    weibo: int | None = described("政务微博公开政府信息数", "条", ALL)
    wechat: int | None = described("政务微信公开政府信息数", "条", ALL)
    new_media: int | None = described("政务新媒体(未分微博微信)公开政府信息数", "条", ALL)
    other: int | None = described("其他方式公开政府信息数", "条", ALL)


class LegalActs(Part):
    """Article 20 item 1: rules, or normative documents."""

    issued: int | None = described("本年制发件数", "件", FORM_2021)
    repealed: int | None = described("本年废止件数", "件", FORM_2021)
    in_force: int | None = described("现行有效件数", "件", FORM_2021)
    made: int | None = described("本年新制作数量", "件", FORM_2019)
    newly_disclosed: int | None = described("本年新公开数量", "件", FORM_2019)
    disclosed_total: int | None = described("对外公开总数量", "件", FORM_2019)


class Decisions(Part):
    """Article 20 items 5 and 6: kinds of administrative act that both forms have."""

    items_last_year: int | None = described("上一年项目数量", "项", FORM_2019)
    items_change: int | None = described("本年增/减", "项", FORM_2019, "signed", signed=True)
    decisions: int | None = described("处理决定数量", "件", SINCE_2019)


class OtherServices(Part):
    """Article 20 item 5, second row, which only the form of 2019 has."""

    items_last_year: int | None = described("上一年项目数量", "项", FORM_2019)
    items_change: int | None = described("本年增/减", "项", FORM_2019, "signed", signed=True)
    decisions: int | None = described("处理决定数量", "件", FORM_2019)


class Fees(Part):
    """Article 20 item 8: administrative fees."""

    items_last_year: int | None = described("上一年项目数量", "项", FORM_2019)
    items_change: int | None = described("本年增/减", "项", FORM_2019, "signed", signed=True)
    amount: Decimal | None = described("本年收费金额", "万元", FORM_2021)


class Procurement(Part):
    """Article 20 item 9: central government procurement."""

    items: int | None = described("采购项目数量", "项", FORM_2019)
    amount: Decimal | None = described("采购总金额", "万元", FORM_2019)


class Proactive(Part):
    """Proactive disclosure."""

    total_items: int | None = described("主动公开政府信息数", "条", PRE2019)
    normative_documents_disclosed: int | None = described("主动公开规范性文件数", "件", PRE2019)
    normative_documents_issued: int | None = described("制发规范性文件总数", "件", PRE2019)
    channels: Channels = Part.holding(Channels)
    regulations: LegalActs = Part.holding(LegalActs, "规章", note="第二十条第(一)项")
    normative_documents: LegalActs = Part.holding(LegalActs, "行政规范性文件", note="第二十条第(一)项")
    licensing: Decisions = Part.holding(Decisions, "行政许可", note="第二十条第(五)项")
    other_services: OtherServices = Part.holding(
        OtherServices, "其他对外管理服务事项", note="第二十条第(五)项"
    )
    penalties: Decisions = Part.holding(Decisions, "行政处罚", note="第二十条第(六)项")
    coercive_measures: Decisions = Part.holding(Decisions, "行政强制", note="第二十条第(六)项")
    fees: Fees = Part.holding(Fees, "行政事业性收费", note="第二十条第(八)项")
    procurement: Procurement = Part.holding(Procurement, "政府集中采购", note="第二十条第(九)项")
