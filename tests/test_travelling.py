"""The source inside a finished file: all that is printed, nothing that is not, and the same again when read back."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from generator.check import check
from generator.dossier import Dossier, open_dossier
from generator.filing import MARKS, NAMESPACE, STANDARDS, Filing, Travelling
from generator.kinds import Kind, load_kinds
from generator.model import (
    Annex,
    Contacts,
    Dispatch,
    Duty,
    Item,
    Layout,
    Listing,
    Office,
    Paragraph,
    Person,
    Plan,
    Roster,
    Row,
    School,
    Section,
)
from generator.outline.travelling import UNPRINTED, printed_plan, printed_school
from generator.page import render
from generator.problems import PlanError, Severity
from generator.readers.school import read_school
from generator.readers.travelling import read_source, write_source
from generator.readers.yaml_plan import read_plan
from generator.readers.yaml_text import SIZE_LIMIT
from generator.typeset.fonts import find_fonts
from generator.writers import write
from tests.plans_strategy import plans, schools

KINDS = load_kinds()
SAMPLES = sorted(path for path in (Path(__file__).parents[1] / "plans").rglob("*.yaml") if path.name != "学校.yaml")
FORMS = ("docx",) if find_fonts().absent else ("docx", "pdf")
TODAY = date(2026, 3, 1)


def read_back(source: Travelling) -> tuple[Plan, School]:
    return read_plan(source.plan.encode(), "甲.yaml")[0], read_school(source.school.encode(), "学校.yaml")[0]


# ---- every sample -------------------------------------------------------------------------------------------------


@cache
def opened(path: Path) -> tuple[Dossier, Kind]:
    dossier = open_dossier(path)
    return dossier, KINDS[dossier.plan.kind]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_samples_source_is_its_plan_as_printed_and_prints_the_same_page(path: Path) -> None:
    dossier, kind = opened(path)
    plan, school = read_back(write_source(dossier.assembled, dossier.school, kind))
    assert plan == printed_plan(dossier.assembled, kind)
    assert render(plan, school, kind) == render(dossier.assembled, dossier.school, kind)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_samples_source_passes_the_checks_by_itself(path: Path) -> None:
    dossier, kind = opened(path)
    source = write_source(dossier.assembled, dossier.school, kind)
    (plan, places), (school, _) = read_plan(source.plan.encode(), "甲"), read_school(source.school.encode(), "乙")
    found = check(plan, school, kind, places, TODAY)
    assert [problem for problem in found if problem.severity == Severity.ERROR] == []


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_samples_source_travels_in_its_file(path: Path, form: str) -> None:
    dossier, kind = opened(path)
    source = write_source(dossier.assembled, dossier.school, kind)
    content = write(render(dossier.assembled, dossier.school, kind), form, Filing(), source)
    assert read_source(content, f"{path.stem}.{form}") == source


# ---- any plan -----------------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans(), schools)
def test_any_plan_prints_the_same_page_from_what_travels(plan: Plan, school: School) -> None:
    kind = KINDS[plan.kind]
    again, facts = read_back(write_source(plan, school, kind))
    assert render(again, facts, kind) == render(plan, school, kind)


# ---- nothing private ----------------------------------------------------------------------------------------------

PRIVATE = "密语"
"""Stands in everything that no page shows."""


def private(name: str) -> str:
    return f"{PRIVATE}{name}"


SCHOOL = School(
    name="青山县实验小学",
    short_name=private("简称"),
    code=private("代字"),
    address=private("地址"),
    departments=("德育处", private("部门")),
    people=(
        Person(full_name="周文", posts=("校长", private("职务")), department=private("处"), phone="0000-1"),
        Person(full_name="韩松林", posts=("法治副校长",), phone=private("电话"), public=False),
        Person(full_name="许芳", posts=("办公室主任",), phone="0000-3"),
        Person(full_name="钱二", posts=("副校长",), phone=private("电话")),
        Person(full_name=private("甲"), posts=("副校长",), phone=private("电话")),
        Person(full_name=private("乙"), posts=("门卫",), phone=private("电话"), department="德育处"),
        Person(full_name=private("丙"), posts=(private("岗"),), phone=private("电话"), public=False),
    ),
    groups={"各班主任": (private("丁"), "周文"), private("群组"): ("周文",)},
    layout=Layout(pitch=28.0),
)
BODY = Section(
    blocks=(
        Section(
            heading="组织机构",
            blocks=(
                Roster(
                    lines=(
                        Row(role="组长", members=("校长",)),
                        Row(role="副组长", members=("副校长",)),
                        Row(role="成员", members=("各班主任", "德育处")),
                        Office(place="一楼", rows=(Row(role="主任", members=("钱二",)),)),
                    )
                ),
            ),
        ),
        Section(
            heading="工作措施",
            blocks=(Listing(items=(Item(heading="巡查", duty=Duty(owners=("门卫",))),)),),
            duty=Duty(support=("办公室主任",)),
        ),
    ),
    duty=Duty(owners=(private("责任人"),)),
)
PLAN = Plan(
    kind="通知",
    title=("关于巡查的通知",),
    subject=private("主题"),
    year=private("年度"),
    byline=("校长",),
    dateline=True,
    body=BODY,
    annexes=(Annex(title="通讯录", blocks=(Contacts(members=("韩松林", "许芳", "办公室主任")),)),),
    dispatch=Dispatch(
        letterhead=False,
        copy_number=private("份号"),
        secrecy=private("密级"),
        secrecy_term=private("期限"),
        urgency=private("缓急"),
        issuers=("青山县实验小学", "城关派出所"),
        mark=private("标志"),
        number=private("字号"),
        upward=True,
        signers=(private("签发"),),
        even_page=True,
    ),
)
KIND = KINDS["通知"]
SOURCE = write_source(PLAN, SCHOOL, KIND)


def test_what_no_page_shows_stays_out_of_the_source() -> None:
    assert PRIVATE in repr(PLAN) + repr(SCHOOL)
    assert PRIVATE not in SOURCE.plan + SOURCE.school
    assert PRIVATE not in render(PLAN, SCHOOL, KIND)


def test_the_source_of_a_school_full_of_private_facts_prints_the_same_page() -> None:
    plan, school = read_back(SOURCE)
    assert render(plan, school, KIND) == render(PLAN, SCHOOL, KIND)


def unpacked(content: bytes) -> Iterator[bytes]:
    """A file's bytes and all that is packed in them."""
    yield content
    for start in re.finditer(rb"stream\r?\n", content):
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(content[start.end() :])
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            yield from map(package.read, package.namelist())


def occurs(text: str, content: bytes) -> bool:
    """Whether the text stands anywhere in the file, in any of the writings that PDF and XML know."""
    entities = "".join(f"&#{ord(character)};" for character in text)
    writings = [text.encode(code) for code in ("utf-8", "utf-16-be", "utf-16-le", "gb18030")]
    writings += [text.encode("utf-16-be").hex().encode(), entities.encode(), text.encode("unicode_escape")]
    return any(writing in part or writing in part.lower() for part in unpacked(content) for writing in writings)


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("form", FORMS)
def test_no_byte_of_a_file_tells_what_no_page_shows(form: str, standard: str) -> None:
    content = write(render(PLAN, SCHOOL, KIND), form, Filing(standard), SOURCE)
    assert occurs("许芳", content)
    assert occurs("0000-3", content)
    assert not occurs(PRIVATE, content)
    assert not occurs("0000-1", content), "no table shows this phone"
    assert read_source(content, "甲") == SOURCE


def test_a_phone_that_is_not_public_leaves_a_name_without_one() -> None:
    people = {person.full_name: person for person in read_back(SOURCE)[1].people}
    assert people["韩松林"] == Person(full_name="韩松林", posts=("法治副校长",))
    assert people["许芳"].phone == "0000-3"
    assert people["周文"] == Person(full_name="周文", posts=("校长",))
    assert people["钱二"] == Person(full_name="钱二")


def test_posts_and_groups_named_without_people_are_held_by_nobody_in_particular() -> None:
    school = read_back(SOURCE)[1]
    assert [person.posts for person in school.people if person.full_name == UNPRINTED] == [
        ("副校长", "门卫"),
        ("副校长",),
    ]
    assert school.groups == {"各班主任": (UNPRINTED,)}
    assert school.departments == ("德育处",)
    assert (school.name, school.short_name, school.address, school.code) == ("青山县实验小学", "", "", "")
    assert school.layout == SCHOOL.layout


def test_one_of_two_who_hold_a_post_does_not_come_to_hold_it_alone() -> None:
    contacts = Contacts(members=("钱二",))
    plan = Plan(kind="通知", byline=("副校长",), body=Section(blocks=(contacts,)))
    school = printed_school(plan, SCHOOL, "")
    assert render(plan, school, KIND) == render(plan, SCHOOL, KIND)
    assert [person.full_name for person in school.people] == ["钱二", UNPRINTED]


def test_the_code_travels_where_a_number_shows_it() -> None:
    plan = replace(PLAN, date=date(2026, 3, 1), dispatch=Dispatch(number="3"))
    school = replace(SCHOOL, code="青实小")
    assert printed_school(plan, school, "").code == "青实小"
    assert printed_school(replace(plan, dispatch=Dispatch(number="甲〔2026〕3号")), school, "").code == ""


@pytest.mark.parametrize(
    ("dispatch", "printed"),
    [
        (Dispatch(shape="信函", copies=("甲局",), printer="乙"), Dispatch(shape="信函", copies=("甲局",))),
        (Dispatch(shape="信函", printed_on=TODAY, even_page=True), Dispatch(shape="信函")),
        (Dispatch(printer="乙", even_page=True), Dispatch(printer="乙", even_page=True)),
        (Dispatch(mark="甲", issuers=("乙", "丙")), Dispatch(mark="甲")),
        (Dispatch(issuers=("乙", "丙")), Dispatch(issuers=("乙", "丙"))),
    ],
)
def test_only_what_the_form_prints_of_a_formal_document_travels(dispatch: Dispatch, printed: Dispatch) -> None:
    plan = Plan(kind="通知", signature=("甲",), dispatch=dispatch)
    assert printed_plan(plan, KIND).dispatch == printed
    assert render(printed_plan(plan, KIND), SCHOOL, KIND) == render(plan, SCHOOL, KIND)


def test_subject_and_year_travel_where_they_make_the_title() -> None:
    plan = replace(PLAN, title=())
    assert (printed_plan(plan, KIND).subject, printed_plan(plan, KIND).year) == (plan.subject, plan.year)


# ---- reading back -------------------------------------------------------------------------------------------------

HTML = render(Plan(kind="通知", body=Section(blocks=(Paragraph(text="甲"),))), SCHOOL, KIND)


@pytest.mark.parametrize("form", FORMS)
def test_a_file_without_its_source_has_none(form: str) -> None:
    content = write(HTML, form, Filing(with_source=False))
    assert read_source(content, "甲") is None
    assert not occurs(NAMESPACE, content)


def test_the_html_carries_no_source() -> None:
    assert write(HTML, "html", Filing(), SOURCE) == write(HTML, "html")


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF-1.7", b"PK\x03\x04" + b"\0" * 50, "文种: 通知".encode()])
def test_what_is_not_ours_has_no_source(content: bytes) -> None:
    assert read_source(content, "甲") is None


def package(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
        for number, part in enumerate(parts.values(), 1):
            target.writestr(f"customXml/item{number}.xml", part)
    return content.getvalue()


def item(**texts: str) -> bytes:
    inner = "".join(f"<{name}>{text}</{name}>" for name, text in texts.items())
    return f'<source xmlns="{NAMESPACE}">{inner}</source>'.encode()


@pytest.mark.parametrize("part", [b"<", b"", b"<other/>", item(plan="&unknown;", school="")])
def test_parts_that_are_not_ours_are_passed_over(part: bytes) -> None:
    assert read_source(package(one=part, two=item(plan="甲", school="乙")), "丙") == Travelling("甲", "乙")
    assert read_source(package(one=part), "丙") is None


def test_entities_are_not_followed() -> None:
    part = b'<!DOCTYPE source [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + item(plan="&x;", school="")
    assert read_source(package(one=part), "丙") == Travelling("", "")


def test_a_part_too_large_to_be_a_plan_is_not_unpacked() -> None:
    assert read_source(package(one=item(plan=" " * SIZE_LIMIT, school="")), "丙") is None


def test_half_a_source_is_a_problem() -> None:
    with pytest.raises(PlanError, match="damaged-source"):
        read_source(package(one=item(plan="甲")), "丙.docx")


def attached(text: str, packed: bool = True) -> bytes:
    data = zlib.compress(text.encode()) if packed else text.encode()
    filters = b"/Filter /FlateDecode" if packed else b""
    return b"7 0 obj\n<</Type /EmbeddedFile" + filters + b">>\nstream\n" + data + b"\nendstream\nendobj\n"


@pytest.mark.parametrize("packed", [True, False])
def test_attachments_are_known_by_their_first_lines(packed: bool) -> None:
    plan, school = (f"{MARKS[name]}\n甲: 乙" for name in ("plan", "school"))
    other = attached("别人的附件", packed)
    content = b"%PDF-1.7\n" + other + attached(plan, packed) + attached(school, packed)
    assert read_source(content, "甲.pdf") == Travelling(plan, school)


def test_a_stream_that_cannot_be_unpacked_is_passed_over() -> None:
    broken = b"7 0 obj\n<</Type /EmbeddedFile/Filter /FlateDecode>>\nstream\nnot packed\nendstream\n"
    assert read_source(b"%PDF-1.7\n" + broken, "甲.pdf") is None
