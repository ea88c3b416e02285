"""Documents of any origin understood as plans: what a careful reader sees in the forms that schools type."""

from collections.abc import Sequence
from datetime import date

import pytest

from generator.model import Duty, Item, Listing, Paragraph, Plan, Roster, Row, Section, Table
from generator.original import Line
from generator.recognition.assembly import UNKNOWN_SCHOOL, Recognised, recognise


def read(text: str) -> Recognised:
    lines = [line for line in text.splitlines() if line.strip()]
    return recognise([Line(line, number) for number, line in enumerate(lines, 1)])


def plan_of(text: str) -> Plan:
    return read(text).plan


def body(text: str) -> tuple[object, ...]:
    return plan_of(f"青山县实验小学安全工作计划\n为保障师生安全，制定本计划。\n{text}").body.blocks


def texts(blocks: Sequence[object]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


# ---- head ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "title", "kind"),
    [
        ("2026年安全工作计划", ("2026年安全工作计划",), "工作计划"),
        ("青山县实验小学 2026年安全工作计划", ("青山县实验小学", "2026年安全工作计划"), "工作计划"),
        (
            "青山县实验小学全国“两会”期间\n值班值守实施方案",
            ("青山县实验小学全国“两会”期间", "值班值守实施方案"),
            "实施方案",
        ),
        ("消防应急预案(修订稿)", ("消防应急预案（修订稿）",), "应急预案"),
        ("在全校教师大会上的讲话", ("在全校教师大会上的讲话",), "讲话稿"),
        ("家校共育经验交流材料", ("家校共育经验交流材料",), "经验材料"),
        ("第三篇：信访工作方案\n信访工作方案", ("信访工作方案",), "实施方案"),
        ("下面是小编整理的计划，希望对大家有帮助！学校安全工作计划（一）", ("学校安全工作计划",), "工作计划"),
        (
            "学校安全工作计划(二)为了保障师生安全，特制定本计划，请各处室认真执行，把各项措施落到实处。",
            ("学校安全工作计划",),
            "工作计划",
        ),
        ("学校2026年防溺水工作方案 篇14", ("学校2026年防溺水工作方案",), "实施方案"),
        ("小学防溺水工作方案范文", ("小学防溺水工作方案",), "实施方案"),
        ("安全工作计划.doc\n上传人:张三 页数:6\n学校安全工作计划", ("学校安全工作计划",), "工作计划"),
    ],
)
def test_the_title_is_found_and_says_the_kind(head: str, title: tuple[str, ...], kind: str) -> None:
    plan = plan_of(f"{head}\n一、目标\n全年平安。")
    assert (plan.title, plan.kind) == (title, kind)


def test_a_document_without_title_keeps_its_first_paragraph() -> None:
    found = read("为保障师生安全，制定本方案。\n一、目标\n全年平安。")
    assert (found.plan.title, texts(found.plan.preamble)) == ((), ["为保障师生安全，制定本方案。"])
    assert any("原文没有标题" in guess.message for guess in found.findings.guesses)


def test_name_date_and_salutation_stand_below_the_title_of_a_speech() -> None:
    found = read("在开学典礼上的讲话\n校长 周文\n(2026年9月1日)\n老师们、同学们:\n新学期开始了。")
    plan = found.plan
    assert (plan.byline, plan.date, plan.dateline) == (("校长",), date(2026, 9, 1), None)
    assert [(person.full_name, person.posts) for person in found.school.people] == [("周文", ("校长",))]
    assert (plan.salutation, texts(plan.body.blocks)) == ("老师们、同学们", ["新学期开始了。"])


def test_the_addressee_is_told_from_a_sentence_that_ends_in_a_colon() -> None:
    assert plan_of("安全工作方案\n各处室、各年级组:\n现将工作安排如下。").addressees == ("各处室", "各年级组")
    assert plan_of("安全工作方案\n现将有关工作安排如下:\n一、目标\n平安。").addressees == ()


def test_an_addressee_may_stand_at_the_very_top() -> None:
    plan = plan_of("各处室、各年级组:\n现将安全工作安排如下。\n一、目标\n全年平安。")
    assert (plan.title, plan.addressees) == ((), ("各处室", "各年级组"))


# ---- tail ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tail", "signature", "day"),
    [
        ("青山县实验小学\n2026年2月27日", ("青山县实验小学",), date(2026, 2, 27)),
        ("青山县实验小学 2026年2月27日", ("青山县实验小学",), date(2026, 2, 27)),
        ("2026-2-27", (), date(2026, 2, 27)),
        ("青山县实验小学\n二〇二六年二月二十七日", ("青山县实验小学",), date(2026, 2, 27)),
        ("青山县实验小学\n2026年2月", ("青山县实验小学", "2026年2月"), None),
        ("", (), None),
    ],
)
def test_signature_and_date_are_found_in_every_form(tail: str, signature: tuple[str, ...], day: date | None) -> None:
    plan = plan_of(f"安全工作计划\n为保障师生安全，制定本计划。\n一、目标\n全年平安。\n{tail}")
    assert (plan.signature, plan.date) == (signature, day)


@pytest.mark.parametrize(
    "note", ["附:值班表、通讯录", "附件：1.值班表 2.通讯录", "附件：1.值班表\n2.通讯录", "附：值班表，通讯录。"]
)
def test_the_list_of_annexes_is_read_in_every_form(note: str) -> None:
    plan = plan_of(
        f"安全工作计划\n为保障师生安全，制定本计划。\n一、目标\n全年平安。\n{note}\n青山县实验小学\n2026年2月27日"
    )
    assert [annex.title for annex in plan.annexes] == ["值班表", "通讯录"]
    assert plan.signature == ("青山县实验小学",)


def test_a_closing_that_ran_into_the_last_item_is_parted() -> None:
    plan = plan_of(
        "讲话\n各位老师：\n下面我讲几点。\n1、严格管理。管好每一天。\n2、加强教育。教好每个人。老师们，让我们一起努力。"
    )
    assert texts(plan.closing) == ["老师们，让我们一起努力。"]


def test_a_last_paragraph_that_no_other_item_has_closes_the_plan() -> None:
    items = "".join(f"{number}、严格管理。管好第{number}件事。\n" for number in range(1, 5))
    plan = plan_of(f"安全工作计划\n为保障安全，制定本计划。\n一、措施\n{items}安全工作要常抓不懈，人人有责。")
    assert texts(plan.closing) == ["安全工作要常抓不懈，人人有责。"]


# ---- levels -------------------------------------------------------------------------------------------------------


def test_headings_on_their_own_lines_are_sections() -> None:
    (goals, measures) = body(
        "一、工作目标：\n全年平安。\n二、工作措施\n(一)加强领导\n每月开会。\n(二)加强检查\n每周检查。"
    )
    assert isinstance(goals, Section)
    assert isinstance(measures, Section)
    assert [goals.heading, measures.heading] == ["工作目标", "工作措施"]
    assert [block.heading for block in measures.blocks if isinstance(block, Section)] == ["加强领导", "加强检查"]


def test_lead_sentences_run_into_their_text() -> None:
    (section,) = body("一、措施\n1、严格值班制度。值班人员不得离岗。\n2、加强门卫管理。来访人员一律登记。")
    assert isinstance(section, Section)
    (listing,) = section.blocks
    assert isinstance(listing, Listing)
    assert [(item.heading, texts(item.blocks)) for item in listing.items] == [
        ("严格值班制度", ["值班人员不得离岗。"]),
        ("加强门卫管理", ["来访人员一律登记。"]),
    ]


def test_sentences_that_tell_something_are_no_leads() -> None:
    (section,) = body(
        "一、措施\n（1）各班主任要每天点名。缺勤的当天联系家长。\n（2）门卫应当登记来访人员。登记簿按月归档。"
    )
    assert isinstance(section, Section)
    (listing,) = section.blocks
    assert isinstance(listing, Listing)
    assert listing.numbering == "（1）"
    assert [item.heading for item in listing.items] == ["", ""]


@pytest.mark.parametrize(
    ("labels", "numbering"),
    [
        (("1、", "2、"), ""),
        (("(1)", "(2)"), "（1）"),
        (("①", "②"), "①"),
        (("一是", "二是"), "一是"),
        (("第一，", "第二，"), "第一"),
    ],
)
def test_labels_of_items_keep_their_style(labels: tuple[str, str], numbering: str) -> None:
    (section,) = body(f"一、措施\n{labels[0]}每天点名并登记。\n{labels[1]}每周检查并整改。")
    assert isinstance(section, Section)
    (listing,) = section.blocks
    assert isinstance(listing, Listing)
    assert (listing.numbering, [texts(item.blocks)[0] for item in listing.items]) == (
        numbering,
        ["每天点名并登记。", "每周检查并整改。"],
    )


def test_a_document_may_begin_at_any_level() -> None:
    (listing,) = body("1、严格值班制度。值班人员不得离岗。\n2、加强门卫管理。来访人员一律登记。")
    assert isinstance(listing, Listing)
    assert len(listing.items) == 2


def test_series_inside_a_paragraph_are_left_in_it() -> None:
    (section,) = body("一、措施\n一是每天点名。二是每周检查。三是每月演练。")
    assert isinstance(section, Section)
    assert texts(section.blocks) == ["一是每天点名。二是每周检查。三是每月演练。"]


def test_a_list_that_an_item_promises_stands_inside_it() -> None:
    (section,) = body("一、措施\n1、每天点名并登记。\n2、每周检查下列部位：\n1、教室和走廊。\n2、食堂和宿舍。")
    assert isinstance(section, Section)
    (listing,) = section.blocks
    assert isinstance(listing, Listing)
    inner = listing.items[1].blocks[-1]
    assert isinstance(inner, Listing)
    assert [texts(item.blocks)[0] for item in inner.items] == ["教室和走廊。", "食堂和宿舍。"]


def test_headings_that_yaml_cannot_hold_twice_become_items() -> None:
    (section,) = body("一、安排\n1、检查\n每周一次。\n2、检查\n每月一次。")
    assert isinstance(section, Section)
    (listing,) = section.blocks
    assert isinstance(listing, Listing)
    assert [item.heading for item in listing.items] == ["检查", "检查"]


@pytest.mark.parametrize("heading", ["工作目标", "工作要求："])
def test_headings_without_labels_are_known_by_their_words(heading: str) -> None:
    blocks = body(
        f"{heading}\n各处室要把全年不发生责任事故作为共同的目标来抓。\n1、每天点名并登记。\n2、每周检查并整改。"
    )
    (section,) = blocks
    assert isinstance(section, Section)
    assert section.heading == heading.rstrip("：")
    assert [type(block) for block in section.blocks] == [Paragraph, Listing]


def test_months_are_headings_of_their_lists() -> None:
    march, april = body("三月份：\n1、安全教育周活动。\n2、疏散演练。\n四月份：\n1、校舍检查。\n2、家长会。")
    assert isinstance(march, Section)
    assert isinstance(april, Section)
    assert (march.heading, april.heading) == ("三月份", "四月份")


def test_a_heading_parted_from_its_text_by_a_space_leads_it() -> None:
    (listing,) = body(
        "一、指导思想 以师生安全为中心，把各项制度落到实处。\n二、工作目标 全年不发生责任事故，隐患按期整改。"
    )
    assert isinstance(listing, Listing)
    assert [item.heading for item in listing.items] == ["指导思想", "工作目标"]


# ---- lines that were cut ------------------------------------------------------------------------------------------


def test_a_paragraph_cut_by_a_page_is_joined_and_told() -> None:
    found = read(
        "安全工作计划\n为保障安全，制定本计划。\n一、措施\n各处室要把检查发现的问题登记清楚，能马上整改的马上整改，绝对\n不能拖延。"
    )
    (section,) = found.plan.body.blocks
    assert isinstance(section, Section)
    assert texts(section.blocks) == ["各处室要把检查发现的问题登记清楚，能马上整改的马上整改，绝对不能拖延。"]
    assert any("断成两行" in guess.message for guess in found.findings.guesses)


def test_an_item_cut_short_is_no_heading() -> None:
    (section,) = body(
        "一、措施\n1、由安全办牵头，组织人员对重点部位进行不间断\n巡查，发现问题马上整改。\n2、门卫要登记来访人员。"
    )
    assert isinstance(section, Section)
    (listing,) = section.blocks
    assert isinstance(listing, Listing)
    assert texts(listing.items[0].blocks) == ["由安全办牵头，组织人员对重点部位进行不间断巡查，发现问题马上整改。"]


# ---- rosters ------------------------------------------------------------------------------------------------------


def roster(text: str) -> list[tuple[str, tuple[str, ...]]]:
    (section, *_) = body(text)
    assert isinstance(section, Section)
    (found,) = [block for block in section.blocks if isinstance(block, Roster)]
    return [(row.role, row.members) for row in found.lines if isinstance(row, Row)]


@pytest.mark.parametrize(
    "text",
    [
        "一、组织机构\n组长：周文\n副组长：欧阳静、李建国\n成员：王强、赵一鸣、各班主任",
        "一、组织机构\n组 长:周 文\n副组长:欧阳静 李建国\n成 员:王 强 赵一鸣 各班主任",
        "一、组织机构：组 长：周文 副组长：欧阳静，李建国\n成员：王强、赵一鸣及各班主任。",
        "一、组织机构\n组长：周文副组长：欧阳静李建国\n成员：王强、赵一鸣和各班主任",
        "一、组织机构\n组长：周文\n副组长：欧阳静、李建国\n成员：王强\n赵一鸣 各班主任"
        if False
        else "一、组织机构\n组长：周文\n副组长：欧阳静、李建国\n成员：王强、赵一鸣、各班主任。\n二、目标\n平安。",
    ],
)
def test_a_roster_is_read_in_every_form(text: str) -> None:
    assert roster(text) == [
        ("组长", ("周文",)),
        ("副组长", ("欧阳静", "李建国")),
        ("成员", ("王强", "赵一鸣", "各班主任")),
    ]


def test_names_that_wrapped_to_the_next_line_stay_in_their_role() -> None:
    assert roster("一、组织机构\n组长：周文\n成员：王强 赵一鸣 李 明\n孙晓梅 钱 进 吴小红")[1] == (
        "成员",
        ("王强", "赵一鸣", "李明", "孙晓梅", "钱进", "吴小红"),
    )


def test_a_sentence_brings_in_the_roster_on_its_line() -> None:
    text = "一、组织机构\n为加强领导，学校成立安全工作领导小组：组长：周文\n成员：王强、赵一鸣"
    assert roster(text) == [("组长", ("周文",)), ("成员", ("王强", "赵一鸣"))]


def test_what_a_role_does_is_no_roster() -> None:
    (section,) = body("一、职责\n组长：负责全面工作，组织检查和整改。\n成员：在组长领导下，做好本部门的工作。")
    assert isinstance(section, Section)
    assert texts(section.blocks) == ["组长：负责全面工作，组织检查和整改。", "成员：在组长领导下，做好本部门的工作。"]


def test_roles_without_people_stay_as_text() -> None:
    found = read("安全计划\n一、组织机构\n组长：\n成员：")
    (section,) = found.plan.body.blocks
    assert isinstance(section, Section)
    assert texts(section.blocks) == ["组长：", "成员："]
    assert any("没有写人" in guess.message for guess in found.findings.guesses)


def test_people_of_rosters_go_to_the_school_and_joined_names_are_a_guess() -> None:
    found = read(
        "青山县实验小学安全计划\n为保障安全，制定本计划。\n一、组织机构\n组长：周文\n成员：徐建华黄国林、各班主任"
    )
    assert [person.full_name for person in found.school.people] == ["周文", "徐建华", "黄国林"]
    assert found.school.name == "青山县实验小学"
    assert any(guess.quote == "徐建华黄国林" for guess in found.findings.guesses)


def test_a_document_that_names_no_school_says_so() -> None:
    assert read("安全工作计划\n一、目标\n平安。").school.name == UNKNOWN_SCHOOL


# ---- duties and tables --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "duty"),
    [
        ("（责任人：安全办、总务处）", Duty(owners=("安全办", "总务处"))),
        ("(主要负责:安全办)", Duty(owners=("安全办",))),
        ("（责任单位：德育处；配合单位：少先队）", Duty(owners=("德育处",), support=("少先队",))),
        ("\n责任人：安全办", Duty(owners=("安全办",))),
        ("（牵头部门：安全办，完成时限：3月底前）", Duty(owners=("安全办",), term="3月底前")),
    ],
)
def test_who_answers_is_read_from_brackets_and_lines(written: str, duty: Duty) -> None:
    (section,) = body(f"一、措施\n1、每天检查重点部位。{written}\n2、每周通报检查情况。")
    assert isinstance(section, Section)
    (listing,) = section.blocks
    assert isinstance(listing, Listing)
    item = listing.items[0]
    assert isinstance(item, Item)
    assert (item.duty, texts(item.blocks)) == (duty, ["每天检查重点部位。"])


def test_a_table_exported_cell_by_cell_is_put_together() -> None:
    rows = "1\n书记、校长\n会议室\n2\n副校长\n会议室\n3\n工会主席"
    plan = plan_of(
        "接访工作方案\n为做好接访工作，制定本方案。\n一、公示\n制定安排表（附后）。\n"
        f"2026年接访安排表\n月份\n领导名单\n职务\n接待\n地 点\n{rows}\n备注\n遇节假日顺延。\n展开阅读全文\n相关资源"
    )
    (annex,) = plan.annexes
    (table,) = annex.blocks
    assert isinstance(table, Table)
    assert (annex.title, table.remark) == ("2026年接访安排表", "遇节假日顺延。")
    assert table.columns == ("月份", "领导名单", "职务", "接待地点")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["1", "", "书记、校长", "会议室"],
        ["2", "", "副校长", "会议室"],
        ["3", "", "工会主席", ""],
    ]


def test_a_drawn_table_stands_where_it_stood() -> None:
    lines = [
        Line("安全计划", 1),
        Line("一、安排", 2),
        Line("", 3, rows=(("周次", "事项"), ("1", "演练"), ("备注", "顺延"))),
    ]
    (section,) = recognise(lines).plan.body.blocks
    assert isinstance(section, Section)
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert (table.columns, table.remark, len(table.rows)) == (("周次", "事项"), "顺延", 1)


# ---- noise --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("制定(dìng)安全(quán)计划。", "制定安全计划。"),
        ("检查校舍,,发现问题,、及时整改,。", "检查校舍，发现问题、及时整改。"),
        ("检查本文来自某某网，更多范文请登陆www.example.com查看校舍。", "检查校舍。"),
        ("检查校舍。?????????", "检查校舍。"),
        ("检查\ufeff校舍\ufffd\ufffd。", "检查校舍。"),
    ],
)
def test_noise_is_taken_out_and_told(printed: str, kept: str) -> None:
    found = read(f"安全工作计划\n为保障安全，制定本计划。\n一、措施\n{printed}")
    (section,) = found.plan.body.blocks
    assert isinstance(section, Section)
    assert texts(section.blocks) == [kept]
    assert found.findings.removed or found.findings.guesses


@pytest.mark.parametrize(
    "line",
    [
        "第1页 / 共6页",
        "上传人:张三 上传时间:2023-05-04",
        "安全计划.doc_第3页",
        "- 3 -",
        "Copyright@ 2008-2023 某某网",
        "隐藏内容",
    ],
)
def test_furniture_of_the_web_is_taken_out(line: str) -> None:
    found = read(f"安全工作计划\n一、目标\n全年平安。\n{line}\n二、措施\n每周检查。")
    assert len(found.plan.body.blocks) == 2
    assert [removed.text for removed in found.findings.removed] == [line]
