"""Rules on what an emergency plan must hold (预案)."""

from generator.check.emergency import contacts as contacts
from generator.check.emergency import levels as levels
from generator.check.emergency import reporting as reporting
from generator.check.emergency import steps as steps
from generator.check.emergency import upkeep as upkeep
