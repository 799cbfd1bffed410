"""Section three of the forms: requests for information, and what became of them."""

from __future__ import annotations

from decimal import Decimal

from extractor.declare import described

from .base import ALL, FORM_2021, PRE2019, SINCE_2019, Part


class ByApplicant(Part):
    """One row of section three: a natural person, five kinds of organisation, and the total."""

    natural_person: int | None = described("· 自然人", "件", SINCE_2019)
    commercial_enterprise: int | None = described("· 商业企业", "件", SINCE_2019)
    research_institution: int | None = described("· 科研机构", "件", SINCE_2019)
    social_welfare_organization: int | None = described("· 社会公益组织", "件", SINCE_2019)
    legal_service_organization: int | None = described("· 法律服务机构", "件", SINCE_2019)
    other_organization: int | None = described("· 其他", "件", SINCE_2019)
    total: int | None = described("· 总计", "件", ALL)


class TotalOnly(Part):
    """A row that only the statistics table up to 2018 has, without columns for applicants."""

    total: int | None = described("· 总计", "件", PRE2019)


class Handled(Part):
    """Requests to be handled in the year."""

    total: int | None = described(
        "本年应办理申请总数(新收加上年结转)", "件", ALL, "stated by some reports as 受理…件(含上年结转…件)"
    )


class RequestChannels(Part):
    """How the requests came in."""

    in_person: int | None = described("当面申请数", "件", ALL)
    fax: int | None = described("传真申请数", "件", ALL)
    online: int | None = described("网络申请数", "件", ALL)
    letter: int | None = described("信函申请数", "件", ALL)
    letter_and_fax: int | None = described("信函、传真申请数(未分)", "件", ALL)
    other: int | None = described("其他方式申请数", "件", ALL)


class Concluded(Part):
    """Requests concluded, by time limit."""

    total: int | None = described("申请办结数", "件", PRE2019)
    on_time: int | None = described("按时办结数", "件", PRE2019)
    extended: int | None = described("延期办结数", "件", PRE2019)


class Disclosed(Part):
    """Information was given, wholly or in part."""

    granted: ByApplicant = Part.holding(ByApplicant, "(一)予以公开 / 同意公开")
    partially_granted: ByApplicant = Part.holding(ByApplicant, "(二)部分公开 / 同意部分公开")
    already_public: TotalOnly = Part.holding(TotalOnly, "属于已主动公开范围")
    subtotal: ByApplicant = Part.holding(
        ByApplicant, "予以公开及部分公开 合计", note="only where the report states the sum"
    )


class Refused(Part):
    """Disclosure was refused."""

    state_secret: ByApplicant = Part.holding(ByApplicant, "(三)不予公开 1.属于国家秘密")
    prohibited_by_law: ByApplicant = Part.holding(
        ByApplicant, "(三)不予公开 2.其他法律行政法规禁止公开", SINCE_2019
    )
    security_and_stability: ByApplicant = Part.holding(ByApplicant, "(三)不予公开 3.危及“三安全一稳定”")
    third_party_rights: ByApplicant = Part.holding(
        ByApplicant, "(三)不予公开 4.保护第三方合法权益", SINCE_2019
    )
    internal_affairs: ByApplicant = Part.holding(
        ByApplicant, "(三)不予公开 5.属于三类内部事务信息", SINCE_2019
    )
    process_information: ByApplicant = Part.holding(
        ByApplicant, "(三)不予公开 6.属于四类过程性信息", SINCE_2019
    )
    enforcement_files: ByApplicant = Part.holding(ByApplicant, "(三)不予公开 7.属于行政执法案卷", SINCE_2019)
    administrative_inquiry: ByApplicant = Part.holding(
        ByApplicant, "(三)不予公开 8.属于行政查询事项", SINCE_2019
    )
    commercial_secret: TotalOnly = Part.holding(TotalOnly, "不同意公开 涉及商业秘密")
    personal_privacy: TotalOnly = Part.holding(TotalOnly, "不同意公开 涉及个人隐私")
    not_government_information: TotalOnly = Part.holding(TotalOnly, "不同意公开 不是《条例》所指政府信息")
    other: TotalOnly = Part.holding(TotalOnly, "不同意公开 法律法规规定的其他情形")
    subtotal: ByApplicant = Part.holding(ByApplicant, "(三)不予公开 / 不同意公开 合计")


class Unavailable(Part):
    """Information could not be provided."""

    not_held: ByApplicant = Part.holding(ByApplicant, "(四)无法提供 1.本机关不掌握相关政府信息", SINCE_2019)
    requires_creation: ByApplicant = Part.holding(
        ByApplicant, "(四)无法提供 2.没有现成信息需要另行制作", SINCE_2019
    )
    unclear_after_correction: ByApplicant = Part.holding(
        ByApplicant, "(四)无法提供 3.补正后申请内容仍不明确", SINCE_2019
    )
    not_this_agency: TotalOnly = Part.holding(TotalOnly, "不属于本行政机关公开")
    does_not_exist: TotalOnly = Part.holding(TotalOnly, "申请信息不存在")
    subtotal: ByApplicant = Part.holding(ByApplicant, "(四)无法提供 合计", SINCE_2019)


class NotProcessed(Part):
    """The request was not processed."""

    petition_or_complaint: ByApplicant = Part.holding(
        ByApplicant, "(五)不予处理 1.信访举报投诉类申请", SINCE_2019
    )
    repeated: ByApplicant = Part.holding(ByApplicant, "(五)不予处理 2.重复申请", SINCE_2019)
    publications: ByApplicant = Part.holding(ByApplicant, "(五)不予处理 3.要求提供公开出版物", SINCE_2019)
    excessive_repetition: ByApplicant = Part.holding(
        ByApplicant, "(五)不予处理 4.无正当理由大量反复申请", SINCE_2019
    )
    confirmation_or_reissue: ByApplicant = Part.holding(
        ByApplicant, "(五)不予处理 5.要求行政机关确认或重新出具已获取信息", SINCE_2019
    )
    subtotal: ByApplicant = Part.holding(ByApplicant, "(五)不予处理 合计", SINCE_2019)


class OtherOutcomes(Part):
    """Everything else; one row on the form of 2019, three on that of 2021."""

    overdue_correction: ByApplicant = Part.holding(
        ByApplicant,
        "(六)其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        FORM_2021,
    )
    overdue_payment: ByApplicant = Part.holding(
        ByApplicant,
        "(六)其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        FORM_2021,
    )
    other: ByApplicant = Part.holding(ByApplicant, "(六)其他处理 3.其他", FORM_2021)
    amendment_requested: TotalOnly = Part.holding(TotalOnly, "告知作出更改补充")
    referred_elsewhere: TotalOnly = Part.holding(TotalOnly, "告知通过其他途径办理")
    subtotal: ByApplicant = Part.holding(ByApplicant, "(六)其他处理 合计 / 其他类型答复")


class Outcomes(Part):
    """What became of the requests in the year."""

    disclosed: Disclosed = Part.holding(Disclosed)
    refused: Refused = Part.holding(Refused)
    unavailable: Unavailable = Part.holding(Unavailable)
    not_processed: NotProcessed = Part.holding(NotProcessed)
    other: OtherOutcomes = Part.holding(OtherOutcomes)
    total: ByApplicant = Part.holding(ByApplicant, "(七)总计 / 申请答复数")


class Requests(Part):
    """Requests for information."""

    received: ByApplicant = Part.holding(ByApplicant, "本年新收政府信息公开申请数量")
    carried_over: ByApplicant = Part.holding(ByApplicant, "上年结转政府信息公开申请数量")
    handled: Handled = Part.holding(Handled)
    channels: RequestChannels = Part.holding(RequestChannels)
    concluded: Concluded = Part.holding(Concluded)
    outcomes: Outcomes = Part.holding(Outcomes)
    carried_forward: ByApplicant = Part.holding(ByApplicant, "四、结转下年度继续办理")
    fees_collected: Decimal | None = described("依申请公开信息收取的费用", "万元", ALL)
