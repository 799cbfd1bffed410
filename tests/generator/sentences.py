"""Sentences that reports of all years write, and those of the forms of 2019 and 2021."""

from __future__ import annotations

from .facts import Fact, facts

_R, _O, _C = "requests.received", "requests.outcomes", "requests.channels"
_OVER, _FORWARD = "requests.carried_over.total", "requests.carried_forward.total"
_BOTH = "reconsideration.total,litigation.total"

PROACTIVE = (
    facts(
        "{year}年，{whole}{通过各类渠道||按照规定}主动公开政府信息<proactive.total_items>条。",
        "{全年|年内}{累计|共}主动公开政府信息<proactive.total_items>条，内容涵盖机构职能、规划计划、财政资金等类别。",
        "{whole}全年主动公开政府信息<proactive.total_items>条，其中{通过|}政府网站公开<proactive.channels.website>条，"
        "{通过|}政务微博公开<proactive.channels.weibo>条，{通过|}政务微信公开<proactive.channels.wechat>条。",
        "{own}依托政府门户网站{公开|发布}政府信息<proactive.channels.website>条，首页要闻做到每日更新。",
        "{通过|利用}政府网站公开政府信息<proactive.channels.website>条，{通过|利用}政务微信公众号{公开|发布|推送}{政府信息|信息}"
        "<proactive.channels.wechat>条。",
        "主动公开各类政府信息<proactive.total_items>条（次），公开目录按季更新。",
        "{全年|年内}公开政府信息总量{达到|为}<proactive.total_items>条。",
        "政务微博发布信息<proactive.channels.weibo>条，微信公众号{推送|发布}信息<proactive.channels.wechat>条。",
        "{全年|}在{门户|政府}网站{公开|发布}信息<proactive.channels.website>条。",
        "{whole}全年主动公开政府信息<~proactive.total_items>条。",
        "政务新媒体{公开|发布}政府信息<proactive.channels.new_media>条，总阅读量<#10-900>万次。",
        "{year}年，{whole}主动公开政府信息<proactive.total_items>条，历年累计<cumulative.proactive.total_items>条。",
    ),
    facts(
        "通过政府公报公开政府信息<proactive.channels.gazette>条。",
        "政府公报{全年|}公开政府信息<proactive.channels.gazette>条，免费发放到村（社区）。",
    ),
    facts(
        "以公告栏、宣传册等其他方式公开政府信息<proactive.channels.other>条。",
        "通过其他方式公开政府信息<proactive.channels.other>条。",
    ),
)
RESPONSE = (
    facts(
        "全年{发布|制发}政策解读稿件<response.interpretations>{篇|件}，图解、动漫等形式占比继续提高。",
        "围绕重点文件制发政策解读材料<response.interpretations>{篇|件|份}。",
        "为重要文件配发解读材料<response.interpretations>篇。",
        "{全年|}{发布|刊发}解读稿件<response.interpretations>篇，做到文件与解读同步公开。",
    ),
    facts(
        "全年{举办|召开}新闻发布会<response.press_conferences>{次|场}，主要负责同志{出席|参加}发布会"
        "<response.press_conferences_by_leaders>{次|场}。",
        "{举办|参加或举办}新闻发布会<response.press_conferences>{场|次}。",
    ),
    facts(
        "开展政府网站在线访谈<response.online_interviews>{次|期|场}。",
        "组织在线访谈<response.online_interviews>期，网民提问得到现场解答。",
    ),
    facts("{主动|积极}回应社会{关切|热点}<response.hot_issues>次。", "回应热点舆情<response.hot_issues>件。"),
    facts("回应公众关注热点或重大舆情<response.hot_issues>{次|件|起}，没有发生回应不当的情况。"),
)
RECEIVED_ANY = facts(
    f"{{year}}年，{{whole}}{{共|}}{{收到|接收}}政府信息公开申请<{_R}.total>{{件|宗|份}}。",
    f"{{全年|年内}}共{{受理|收到}}{{政府信息公开|依申请公开}}申请<{_R}.total>件。",
    f"全年收到政府信息公开申请<{_R}.total>件，{{last}}年同期为<#3-900>件。",
    f"全年收到政府信息公开申请<{_R}.total>件，{{同比|比上年}}{{增长|下降}}<#2-60>.<#1-9>%。",
    f"全年共收到政府信息公开申请<{_R}.total>件，均按规定登记、审核和送达。",
    f"全年共收到政府信息公开申请<{_R}.total>件，其中上半年<part:{_R}.total>件、下半年<rest:{_R}.total>件。",
    f"{{year}}年，{{whole}}共收到政府信息公开申请<{_R}.total>件，其中{{own}}本级收到<part:{_R}.total>件，"
    f"所属各单位收到<rest:{_R}.total>件。",
    f"{{year}}年度，{{own}}{{共|总共}}接到政府信息公开申请<{_R}.total>{{件次|件}}。",
    f"本年度政府信息公开申请受理量为<{_R}.total>件。",
    f"政府信息公开申请方面，全年{{登记|收到}}<{_R}.total>件，较上年{{增加|减少}}<#2-30>件。",
    f"群众{{提出|提交}}政府信息公开申请<{_R}.total>件，未出现超期未答复的情况。",
    f"[[年内未接到政府信息公开申请={_R}.total]]。",
    f"[[{{year}}年，{{whole}}未收到政府信息公开申请={_R}.total]]。",
    f"[[本年度没有收到公民、法人或者其他组织提出的政府信息公开申请={_R}.total]]。",
    f"[[全年无政府信息公开申请={_R}.total]]。",
)
RECEIVED = (
    *RECEIVED_ANY,
    *facts(
        f"全年{{新收|收到}}政府信息公开申请<{_R}.total>件，上年结转<{_OVER}>件。",
        f"全年新收政府信息公开申请<{_R}.total>件，{{加上|连同}}上年结转的<{_OVER}>件，共<requests.handled.total>件。",
        f"全年共受理政府信息公开申请<requests.handled.total>件（含{{上年|上年度}}结转<{_OVER}>件）。",
        f"收到申请<{_R}.total>件，从申请人看，自然人<{_R}.natural_person>件、商业企业<{_R}.commercial_enterprise>件、"
        f"科研机构<{_R}.research_institution>件、社会公益组织<{_R}.social_welfare_organization>件、"
        f"法律服务机构<{_R}.legal_service_organization>件、其他组织<{_R}.other_organization>件。",
    ),
)
CHANNELS = facts(
    f"从申请{{方式|渠道}}看，当面申请<{_C}.in_person>件、传真申请<{_C}.fax>件、网络申请<{_C}.online>件、"
    f"信函申请<{_C}.letter>件。",
    f"其中，{{网络|网上}}申请<{_C}.online>件，当面申请<{_C}.in_person>件，信函申请<{_C}.letter>件，"
    f"传真申请<{_C}.fax>件。",
    f"申请方式以网络为主，网络<{_C}.online>件、信函<{_C}.letter>件、当面<{_C}.in_person>件。",
    f"（1）当面申请<{_C}.in_person>件；（2）网络申请<{_C}.online>件；（3）信函申请<{_C}.letter>件。",
    f"通过网络提交的申请<{_C}.online>件，占申请总数的<share:{_C}.online/{_R}.total>%。",
    f"网络申请、信函申请、当面申请和传真申请分别为<{_C}.online>件、<{_C}.letter>件、<{_C}.in_person>件和<{_C}.fax>件。",
    f"其中<{_C}.online>件为网络申请，<{_C}.letter>件为信函申请，<{_C}.in_person>件为当面申请。",
)
ANSWERED = (
    facts(
        f"{{全年|}}{{共|已}}答复政府信息公开申请<{_O}.total.total>件。",
        f"截至年底，已答复政府信息公开申请<{_O}.total.total>件，结转{{下年度|下一年度}}继续办理<{_FORWARD}>件。",
        f"年内答复申请<{_O}.total.total>件，另有<{_FORWARD}>件结转下年度继续办理。",
        f"全年{{答复|作出答复}}<{_O}.total.total>件，[[没有结转下年度继续办理的申请={_FORWARD}]]。",
    ),
    facts(
        f"从办理结果看，予以公开<{_O}.disclosed.granted.total>件，部分公开<{_O}.disclosed.partially_granted.total>件，"
        f"不予公开<{_O}.refused.subtotal.total>件，无法提供<{_O}.unavailable.subtotal.total>件，"
        f"不予处理<{_O}.not_processed.subtotal.total>件，其他处理<{_O}.other.subtotal.total>件。",
        f"办理结果为：予以公开的<{_O}.disclosed.granted.total>件；部分公开的<{_O}.disclosed.partially_granted.total>件；"
        f"不予公开的<{_O}.refused.subtotal.total>件；无法提供的<{_O}.unavailable.subtotal.total>件。",
    ),
)
REMEDIES = (
    facts(
        "{全年|}因政府信息公开被申请行政复议<reconsideration.total>{件|起|宗}。",
        "因政府信息公开工作被申请行政复议<reconsideration.total>件，其中维持<reconsideration.upheld>件、"
        "纠正<reconsideration.corrected>件。",
        "{全年|}因政府信息公开{引发|发生}行政复议<reconsideration.total>件、行政诉讼<litigation.total>件。",
        "行政复议方面，因政府信息公开被申请复议<reconsideration.total>件。",
        "全年政府信息公开类行政复议案件<reconsideration.total>件、行政诉讼案件<litigation.total>件。",
        f"[[政府信息公开类行政复议、行政诉讼案件均为0件={_BOTH}]]。",
        f"在政府信息公开方面，[[未被申请行政复议，也未被提起行政诉讼={_BOTH}]]。",
        f"[[全年未发生因政府信息公开引发的行政复议{{和|、}}行政诉讼案件={_BOTH}]]。",
        f"[[没有因政府信息公开被申请行政复议或被提起行政诉讼的情况={_BOTH}]]。",
        f"因政府信息公开引起的[[行政复议、行政诉讼均为零={_BOTH}]]。",
        "[[全年未发生因政府信息公开申请行政复议的情况=reconsideration.total]]。",
    ),
    facts(
        "因政府信息公开被提起行政诉讼<litigation.total>{件|起|宗}。",
        "公民、法人或者其他组织就政府信息公开提起行政诉讼<litigation.total>件。",
    ),
)
FEES = facts(
    "[[全年未收取政府信息公开信息处理费=requests.fees_collected]]。",
    "[[依申请提供政府信息未收取任何费用=requests.fees_collected]]。",
    "[[本年度没有收取政府信息公开申请的相关费用=requests.fees_collected]]。",
    "[[未产生政府信息公开相关收费=requests.fees_collected]]。",
    "办理政府信息公开申请[[未向申请人收取任何费用=requests.fees_collected]]。",
    "全年收取政府信息公开信息处理费[[0元=requests.fees_collected]]。",
    "全年依申请公开信息收取的费用为<requests.fees_collected>万元。",
)

RECEIVED_BEFORE_2019 = (
    *RECEIVED_ANY,
    Fact(
        f"{{year}}年，{{whole}}共收到政府信息公开申请<{_R}.total>件，均在法定期限内办结。",
        {
            "requests.concluded.total": f"{_R}.total",
            "requests.concluded.on_time": f"{_R}.total",
            "requests.handled.total": f"{_R}.total",
            f"{_O}.total.total": f"{_R}.total",
        },
    ),
)
ANSWERED_BEFORE_2019 = (
    facts(
        f"全年共答复申请<{_O}.total.total>件，其中，属于已主动公开范围的<{_O}.disclosed.already_public.total>件，"
        f"同意公开的<{_O}.disclosed.granted.total>件，同意部分公开的<{_O}.disclosed.partially_granted.total>件，"
        f"不同意公开的<{_O}.refused.subtotal.total>件，不属于本行政机关公开的<{_O}.unavailable.not_this_agency.total>件，"
        f"申请信息不存在的<{_O}.unavailable.does_not_exist.total>件，告知作出更改补充的"
        f"<{_O}.other.amendment_requested.total>件，告知通过其他途径办理的<{_O}.other.referred_elsewhere.total>件。",
        f"全年答复政府信息公开申请<{_O}.total.total>件，其中同意公开<{_O}.disclosed.granted.total>件。",
        f"在答复的<{_O}.total.total>件申请中，同意公开<{_O}.disclosed.granted.total>件，"
        f"占<share:{_O}.disclosed.granted.total/{_O}.total.total>%。",
    ),
    facts(
        "全年办结申请<requests.concluded.total>件，其中按时办结<requests.concluded.on_time>件、"
        "延期办结<requests.concluded.extended>件。",
    ),
)
RESOURCES = (
    facts(
        "{whole}{从事|承担}政府信息公开工作人员<resources.staff_total>{人|名}，其中专职人员<resources.staff_full_time>{人|名}、"
        "兼职人员<resources.staff_part_time>{人|名}。",
        "{配备|现有}政府信息公开专职工作人员<resources.staff_full_time>{人|名}，兼职工作人员<resources.staff_part_time>{人|名}。",
        "目前{whole}共有政府信息公开工作人员<resources.staff_total>{人|名}。",
    ),
    facts(
        "{whole}{设置|设立}政府信息公开查阅点<resources.reading_points>{个|处}，方便群众就近查阅。",
        "建有政府信息公开公共查阅点<resources.reading_points>处。",
        "在档案馆、图书馆和政务服务大厅设置政府信息公开查阅点<resources.reading_points>个。",
    ),
    facts("{设立|成立}政府信息公开工作专门机构<resources.dedicated_offices>个。"),
    facts("政府信息公开专项经费<resources.budget>万元，已纳入财政预算。"),
    facts(
        "召开政府信息公开工作会议<training.meetings>次，举办各类培训班<training.sessions>{次|期}，"
        "{接受培训人员|培训}<training.trainees>人次。",
    ),
    facts(
        "举办政府信息公开培训<training.sessions>{场|期|场次}，<training.trainees>人次{参加|参训}。",
        "召开政府信息公开专题会议<training.meetings>次。",
    ),
    facts(
        "{全年|}收到涉及政府信息公开的举报投诉<complaints.total>件。",
        "[[全年未收到涉及政府信息公开的举报投诉=complaints.total]]。",
    ),
)
NORMATIVE = facts("全年{制发|制定}规范性文件<proactive.normative_documents_issued>件。")

DISTRACTORS = {
    "proactive": (
        "其中，发布财政预决算信息<#20-900>条、重大建设项目信息<#10-500>条、安全生产信息<#10-300>条。",
        "办理人大代表建议<#11-99>件、政协委员提案<#11-99>件，办理结果全部向社会公开。",
        "全年印发公文<#101-400>件，拟稿时即确定公开属性，其中依申请公开<#11-40>件。",
        "公布权责清单事项<#210-990>项，调整<#10-90>项。",
        "政务公开第三方评估得分<#80-98>.<#1-9>分，列同类单位第<#2-9>位。",
        "{last}年，{whole}主动公开政府信息<#300-9000>条。",
        "其中，发布规划计划类信息<#5-60>条，人事任免信息<#10-90>条。",
        "市场监管部门公示抽查结果<#120-4000>条，教育部门公布招生信息<#20-300>条。",
    ),
    "requests": (
        "12345政务服务便民热线受理群众诉求<#1200-9800>件，按期办结率保持在较高水平。",
        "在法治政府建设方面，{whole}各级行政机关应诉土地征收、治安处罚等行政诉讼案件<#21-98>件。",
        "“书记市长信箱”办理群众来信<#120-980>件，回复率100%。",
        "申请内容主要集中在征地拆迁、房屋登记、财政补贴等<#4-9>个方面。",
        "{last}年，{whole}共收到政府信息公开申请<#4-600>件，答复<#4-600>件。",
        "其中一季度收到<#1-40>件，为全年最多的一个季度。",
        "按申请内容分，征地拆迁类<#1-90>件，规划建设类<#1-60>件，其余涉及教育、社保等领域。",
        "申请平均办理时限<#6-15>个工作日，比法定时限缩短<#2-9>个工作日。",
        "另外，行政复议机构全年受理与政府信息公开无关的行政复议案件<#15-300>件。",
        "依申请公开工作群内解答基层咨询<#20-300>次。",
        "全年现场接待群众咨询<#30-900>人次，接听咨询电话<#100-2000>个。",
    ),
    "platform": (
        "对<#12-60>家政府网站、<#70-300>个政务新媒体账号开展季度检查，关停整合账号<#2-19>个。",
        "网站全年访问量<#100-900>万人次，日均更新信息<#10-60>条。",
        "升级检索功能，栏目由<#60-90>个精简为<#30-50>个。",
        "查阅点全年接待群众<#100-5000>人次。",
    ),
}
"""Numbers that are no indicator: parts, other fields of work, page views."""
