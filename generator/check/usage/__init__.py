"""Rules on marks, numerals and words of official prose (规范)."""

from generator.check.usage import dates as dates
from generator.check.usage import form as form
from generator.check.usage import furniture as furniture
from generator.check.usage import grammar as grammar
from generator.check.usage import headings as headings
from generator.check.usage import labels as labels
from generator.check.usage import leftovers as leftovers
from generator.check.usage import numerals as numerals
from generator.check.usage import pairs as pairs
from generator.check.usage import particles as particles
from generator.check.usage import rosters as rosters
from generator.check.usage import spelling as spelling
from generator.check.usage import stops as stops
from generator.check.usage import tables as tables
from generator.check.usage import widths as widths
