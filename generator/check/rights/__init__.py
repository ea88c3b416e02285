"""Rules on measures that stand against the law (依法)."""

from generator.check.rights import deadlines as deadlines
from generator.check.rights import drills as drills
from generator.check.rights import omissions as omissions
from generator.check.rights import petitions as petitions
from generator.check.rights import privacy as privacy
from generator.check.rights import pupils as pupils
from generator.check.rights import reports as reports
