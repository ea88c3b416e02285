"""Plans and schools as the plain values of text, list and mapping that stand for them in YAML."""

from generator.model import Annex, Dispatch, Duty, Layout, Person, Plan, School, Section, Spans, Term
from generator.readers.dispatch import has_letterhead
from generator.readers.yaml_block_form import block_mapping, content_form
from generator.readers.yaml_plan import RESPONSIBILITY_TITLE
from generator.readers.yaml_style import FlowList, FlowMapping, one_or_list, written
from generator.readers.yaml_tree import Value

_DATELINES = {None: "", True: "是", False: "否"}


def plan_form(plan: Plan) -> dict[str, Value]:
    """The mapping of a plan's file, in the order of print."""
    return written({
        "文种": plan.kind,
        "标题": one_or_list(plan.title),
        "主题": plan.subject,
        "年度": plan.year,
        "成文日期": plan.date.isoformat() if plan.date else "",
        "署名": one_or_list(plan.byline),
        "题下日期": _DATELINES[plan.dateline],
        "主送": one_or_list(plan.addressees),
        "称谓": plan.salutation,
        "导语": content_form(plan.preamble),
        "正文": _section_form(plan.body),
        "结语": content_form(plan.closing),
        "落款": "否" if plan.signature == () else one_or_list(plan.signature or ()),
        "附件": list(map(_annex_form, plan.annexes)),
        "附注": plan.note,
        "责任分解表": "是" if plan.responsibility == RESPONSIBILITY_TITLE else plan.responsibility,
        "文件": _dispatch_form(plan.dispatch) if plan.dispatch else "",
    })  # fmt: skip


def school_form(school: School) -> dict[str, Value]:
    """The mapping of 学校.yaml."""
    return written({
        "名称": school.name,
        "简称": school.short_name,
        "机关代字": school.code,
        "地址": school.address,
        "部门": FlowList(school.departments),
        "人员": list(map(_person_form, school.people)),
        "群组": {name: FlowList(members) for name, members in school.groups.items()},
        "版式": _layout_form(school.layout),
        "检查": {"关闭": list(school.checking.off), "开启": list(school.checking.on)},
        "节假日": written({"休息": _periods_form(school.holidays.rest), "上班": _periods_form(school.holidays.work)}),
        "学段": school.stage,
        "学期": list(map(_term_form, school.terms)),
    })  # fmt: skip


def _section_form(section: Section) -> Value:
    return content_form(section.blocks, section.duty, section.numbering)


def _annex_form(annex: Annex) -> Value:
    head = {
        "标题": one_or_list(annex.title.split("\n")),
        "计划": annex.plan_file,
        "横向": _yes(annex.landscape),
    }
    return written(head) | block_mapping(annex.blocks, Duty(), annex.numbering)


def _person_form(person: Person) -> Value:
    return FlowMapping(
        written({
            "姓名": person.full_name,
            "职务": one_or_list(person.posts),
            "部门": person.department,
            "电话": person.phone,
            "公开": "" if person.public else "否",
        })
    )  # fmt: skip


def _dispatch_form(dispatch: Dispatch) -> dict[str, Value]:
    """文件; 红头 is written only where the other keys would not say as much."""
    form = written({
        "格式": dispatch.shape if dispatch.shape != "文件" else "",
        "套打": _yes(dispatch.preprinted),
        "份号": dispatch.copy_number,
        "密级": dispatch.secrecy,
        "保密期限": dispatch.secrecy_term,
        "紧急程度": dispatch.urgency,
        "发文机关": one_or_list(dispatch.issuers),
        "标志": dispatch.mark,
        "发文字号": dispatch.number,
        "上行文": _yes(dispatch.upward),
        "签发人": one_or_list(dispatch.signers),
        "盖章": dispatch.seal if dispatch.seal != "否" else "",
        "出席": one_or_list(dispatch.present),
        "请假": one_or_list(dispatch.excused),
        "列席": one_or_list(dispatch.attending),
        "抄送": one_or_list(dispatch.copies),
        "印发机关": dispatch.printer,
        "印发日期": dispatch.printed_on.isoformat() if dispatch.printed_on else "",
        "偶数页": _yes(dispatch.even_page),
    })  # fmt: skip
    if form and dispatch.letterhead == has_letterhead(form):
        return form
    return {"红头": "是" if dispatch.letterhead else "否"} | form


def _layout_form(layout: Layout) -> dict[str, Value]:
    return written({
        "行距": f"{layout.pitch:g}" if layout.pitch != Layout().pitch else "",
        "页码居中": _yes(layout.centred_number),
        "三级标题加粗": _yes(layout.bold_third),
        "序号顿号": _yes(layout.comma_labels),
        "汉字日期": _yes(layout.chinese_dates),
        "单面": _yes(layout.one_sided),
        "孤字": _yes(layout.no_lone_character),
    })  # fmt: skip


def _term_form(term: Term) -> Value:
    return FlowMapping(written({"名称": term.name, "开始": term.starts.isoformat(), "结束": term.ends.isoformat()}))


def _yes(answer: bool) -> str:
    """是, or nothing for the usual 否."""
    return "是" if answer else ""


def _periods_form(periods: Spans) -> Value:
    """Days and first—last days."""
    return FlowList("—".join(dict.fromkeys(day.isoformat() for day in period)) for period in periods)
