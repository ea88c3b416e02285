"""Rules on agreement (一致): what a document says in one place holds in every other."""

from generator.check.agreement import attachments as attachments
from generator.check.agreement import counts as counts
from generator.check.agreement import days as days
from generator.check.agreement import figures as figures
from generator.check.agreement import goals as goals
from generator.check.agreement import kinds_named as kinds_named
from generator.check.agreement import names as names
from generator.check.agreement import organisations as organisations
from generator.check.agreement import owners as owners
from generator.check.agreement import repeats as repeats
from generator.check.agreement import rosters as rosters
from generator.check.agreement import school_terms as school_terms
from generator.check.agreement import terms as terms
from generator.check.agreement import years as years
