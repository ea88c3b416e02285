"""A plan's YAML to a Plan: its head, body and tail by their keys."""

from generator.model import Annex, Plan, Section, Texts
from generator.problems import PlanError, Problem
from generator.readers.blocks import read_blocks, read_content, read_section
from generator.readers.dispatch import read_dispatch
from generator.readers.keys import unknown_key_message
from generator.readers.reading import Spot, faults, read_spot
from generator.source import Source

PLAN_KEYS = (
    "文种", "标题", "主题", "年度", "成文日期", "署名", "题下日期", "主送", "称谓", "导语", "正文", "结语", "落款",
    "附件", "附注", "责任分解表", "文件",
)  # fmt: skip
RESPONSIBILITY_TITLE = "责任分解表"
_ANNEX_SETTINGS = ("标题", "横向", "计划")


def read_plan(content: bytes, file: str) -> tuple[Plan, Source]:
    """The plan in the file and the place of every value; PlanError with all that is wrong."""
    plan, source, problems = survey_plan(content, file)
    if problems:
        raise PlanError(*problems)
    return plan, source


def survey_plan(content: bytes, file: str) -> tuple[Plan, Source, tuple[Problem, ...]]:
    """The plan as far as it can be read, with what is wrong in it: so that the rules may look at the rest as well."""
    spot = read_spot(content, file)
    plan = _plan(spot)
    return plan, spot.source, faults(spot)


def _plan(spot: Spot) -> Plan:
    if not spot.mapping("计划"):
        return Plan(kind="")
    _check_keys(spot)
    body = spot.child("正文")
    return Plan(
        kind=spot.child("文种").text(),
        title=spot.child("标题").texts(),
        subject=spot.child("主题").text(),
        year=spot.child("年度").text(),
        date=spot.child("成文日期").day(),
        byline=spot.child("署名").texts(),
        dateline=None if spot.child("题下日期").empty else spot.child("题下日期").yes(),
        addressees=spot.child("主送").texts(),
        salutation=spot.child("称谓").text(),
        preamble=read_blocks(spot.child("导语")),
        body=read_section(body) if not body.empty else Section(),
        closing=read_blocks(spot.child("结语")),
        signature=_signature(spot.child("落款")),
        annexes=tuple(map(_annex, spot.child("附件").entries())),
        note=spot.child("附注").text(),
        responsibility=_responsibility(spot.child("责任分解表")),
        dispatch=read_dispatch(spot.child("文件")),
    )


def _check_keys(spot: Spot) -> None:
    for child in spot.children():
        if child.key not in PLAN_KEYS:
            advice = "如果它是章节标题，请放到“正文”下面，并缩进两格"
            child.report("unknown-key", unknown_key_message(child.key, PLAN_KEYS, advice), key=True)
    for key, remedy in {"文种": "“文种: 工作计划”（或别的文种）", "正文": "“正文:”，各章节写在它下面"}.items():
        if spot.child(key).empty:
            spot.child(key).report("missing-key", f"缺少“{key}”；请写上{remedy}", key=True)


def _signature(spot: Spot) -> Texts | None:
    """None: the school signs; (): nobody does (否)."""
    if spot.value == "否":
        return ()
    return spot.texts() or None


def _responsibility(spot: Spot) -> str:
    """The title of the table of responsibilities, if one is asked for."""
    if spot.value in ("是", "否"):
        return RESPONSIBILITY_TITLE if spot.value == "是" else ""
    return spot.text()


def _annex(spot: Spot) -> Annex:
    if not isinstance(spot.value, dict):
        spot.report("wrong-type", "附件要写成“- 标题: …”，内容写在下面；或写成“- 计划: 另一份计划.yaml”")
        return Annex(at=spot.place)
    title, plan_file = "\n".join(spot.child("标题").texts()), spot.child("计划").text()
    rest = spot.without(_ANNEX_SETTINGS)
    if not title and not plan_file:
        spot.report("missing-key", "附件缺少“标题”；请写上“标题: 附件的名称”")
    if plan_file and not rest.empty:
        spot.child("计划").report("misplaced-key", "附件已用“计划”整份引入，不能再写别的内容；请分成两个附件", key=True)
    content = read_content(rest)
    if content.duty.owners or content.duty.support or content.duty.term or content.duty.evidence:
        spot.report("misplaced-key", "附件没有责任人、配合、时限、佐证；请写在附件里的条目上")
    return Annex(
        title=title,
        blocks=content.blocks,
        numbering=content.numbering,
        landscape=spot.child("横向").yes(),
        plan_file=plan_file,
        at=spot.place,
    )
