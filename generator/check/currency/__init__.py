"""Rules on what is out of date by the document's own day (时效)."""

from generator.check.currency import congresses as congresses
from generator.check.currency import laws as laws
from generator.check.currency import offices as offices
from generator.check.currency import programmes as programmes
from generator.check.currency import reuse as reuse
from generator.check.currency import slogans as slogans
