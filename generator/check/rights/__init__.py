"""Rules on measures that stand against the law (依法)."""

from generator.check.rights import petitions as petitions
from generator.check.rights import privacy as privacy
from generator.check.rights import pupils as pupils
from generator.check.rights import reports as reports
