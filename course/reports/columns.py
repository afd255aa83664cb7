"""The columns of reports, each with what its figures count: told once, so that they mean the same everywhere."""

from __future__ import annotations

from course.reading.told import told
from course.reports.table import Column

GROUP = Column("group", told("Group"), told("A group of this school year, all groups together, or the team."))
SCHOOL = Column("school", told("School"), told("A school of the board."))
NAME = Column("name", told("Name"), told("Who is in it today."))
MODULE = Column("module", told("Module"), told("One theme: its lessons and its quiz."))
FOR = Column("for", told("For"), told("Whether the module is for pupils or for the team."))
PEOPLE = Column(
    "people",
    told("Of how many"),
    told(
        "How many are there today for whom the module is meant: pupils by their own year, staff by their role."
    ),
)
GROUP_THEN = Column(
    "group", told("Group"), told("A group of that school year, all groups together, or the team.")
)
PEOPLE_THEN = Column(
    "people",
    told("Of how many"),
    told(
        "How many were there then for whom the module was meant: pupils by their own year, staff by their role."
    ),
)
NOT_BEGUN = Column(
    "not_begun",
    told("Not begun"),
    told("Those who did nothing of the module yet, since they are in the course."),
)
BUSY = Column(
    "busy",
    told("Busy"),
    told("Those who began, and did not complete all of it yet; who is stuck is among them."),
)
DONE = Column(
    "done",
    told("Done"),
    told(
        "Those who completed every lesson and passed the quiz, whenever that was: also in an earlier group or year."
    ),
)
PERCENT = Column("percent", told("Done in percent"), told("Done, of how many there are, rounded down."))
STATE = Column(
    "state",
    told("How far"),
    told(
        "Done is every lesson completed and the quiz passed. Stuck is three tries of the quiz, and none passed."
    ),
)
BEST = Column("best", told("Best quiz in percent"), told("Of the best attempt; 80 or more has passed."))
LAST = Column("last", told("Last busy"), told("The day on which somebody last did something of it."))
CONFIRMED = Column(
    "confirmed",
    told("Confirmed the protocol on"),
    told("When the version in force was confirmed; empty for who did not yet."),
)
PROTOCOL = Column("protocol", told("Protocol"), told("By which the school goes today."))
THEME = Column("theme", told("Theme"), told("What acts are about."))
ACT = Column(
    "act",
    told("Act"),
    told(
        "A concrete thing that somebody may do or leave; acts of which no protocol here speaks are left out."
    ),
)
STANCE = Column(
    "stance",
    told("What the protocol holds of it"),
    told("Of the protocol itself, whatever law or agreements say."),
)
SCHOOL_YEAR = Column(
    "school_year", told("School year"), told("From August of the first year to July of the next.")
)
MONTH = Column("month", told("Month"), told("At the end of which the figures were written down."))
TAKEN = Column(
    "taken_on", told("As it stood on"), told("The last day of that month on which it was written down.")
)
TO_DO = Column(
    "to_do",
    told("Of how much there was to do"),
    told("How many were there then for whom a module is meant, each once for every such module."),
)
RULE = Column("rule", told("Rule"), told("A rule of the protocol by which the school goes today."))
NUMBER = Column("number", told("Article"), told("Its number in the document; empty where it has none."))
SHARE = Column(
    "share",
    told("How many decide well at once"),
    told("Of the pupils who stood before a decision on the rule for the first time this school year."),
)
SCENES = Column("scenes", told("Scenes"), told("In how many scenes of lessons that was asked."))
ROLES = Column("roles", told("Role"), told("At this school, today."))
EMAIL = Column("email", told("E-mail address"), told("With which somebody signs in."))
GROUPS = Column("groups", told("Groups"), told("Of this school year, today."))
YEAR = Column("year", told("Year"), told("The pupil's own year."))
PUPILS_HERE = Column("pupils", told("Pupils"), told("Who is in the group today."))
COUNTS = (PEOPLE, NOT_BEGUN, BUSY, DONE, PERCENT)
"""Told of every completion, in this order."""
