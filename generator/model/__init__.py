"""The plan as the school means it: the frozen records that readers fill and pages print.

A field's Chinese key stands in `vocabulary.KEYS`; its description feeds the JSON Schema. `at` is the path of the
value in its YAML file, `()` where there is none; it takes no part in comparison.
"""

from generator.model.blocks import (
    Block,
    Cell,
    Charge,
    Contacts,
    Duty,
    Item,
    Listing,
    Office,
    Paragraph,
    Roster,
    Row,
    Section,
    Table,
)
from generator.model.dispatch import Dispatch
from generator.model.plan import Annex, Plan
from generator.model.record import Place, Texts
from generator.model.school import Checking, Holidays, Layout, Person, School, Spans, Stage, Term

__all__ = [
    "Annex",
    "Block",
    "Cell",
    "Charge",
    "Checking",
    "Contacts",
    "Dispatch",
    "Duty",
    "Holidays",
    "Item",
    "Layout",
    "Listing",
    "Office",
    "Paragraph",
    "Person",
    "Place",
    "Plan",
    "Roster",
    "Row",
    "School",
    "Section",
    "Spans",
    "Stage",
    "Table",
    "Term",
    "Texts",
]
