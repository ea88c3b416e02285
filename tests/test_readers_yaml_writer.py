"""YAML written from a plan or a school reads back equal, and looks as if a person had typed it."""

from hypothesis import HealthCheck, given, settings

from generator.model import Plan, School
from generator.readers.school import read_school
from generator.readers.yaml_plan import read_plan
from generator.readers.yaml_writer import write_plan, write_school
from tests.plans_strategy import plans, schools


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans())
def test_any_plan_reads_back_equal(plan: Plan) -> None:
    text = write_plan(plan)
    assert read_plan(text.encode(), "甲.yaml")[0] == plan
    assert write_plan(plan) == text


@settings(max_examples=50, deadline=None)
@given(schools)
def test_any_school_reads_back_equal(school: School) -> None:
    assert read_school(write_school(school).encode(), "学校.yaml")[0] == school
