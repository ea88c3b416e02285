"""Plans and schools as the plain values of text, list and mapping that stand for them in YAML."""

from generator.model import Annex, Duty, Person, Plan, School, Section
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
    })  # fmt: skip


def _section_form(section: Section) -> Value:
    return content_form(section.blocks, section.duty, section.numbering)


def _annex_form(annex: Annex) -> Value:
    head = {
        "标题": one_or_list(annex.title.split("\n")),
        "计划": annex.plan_file,
        "横向": "是" if annex.landscape else "",
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
