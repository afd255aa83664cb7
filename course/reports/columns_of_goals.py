"""The columns that tell of goals, channels and evidence, each with what it counts."""

from __future__ import annotations

from course.reading.told import told
from course.reports.columns import GROUP
from course.reports.table import Column

NUMBER = Column("goal_number", told("Number"), told("By which people call the goal in this school year."))
GOAL = Column("goal", told("Goal"), told("What the board asks of its schools in this school year."))
OF_GOALS = (
    NUMBER,
    GOAL,
    Column("until", told("Until"), told("The last day to meet it.")),
    Column(
        "progress", told("How it stands"), told("Today, by what was counted; due soon is four weeks or less.")
    ),
    Column(
        "count",
        told("There is"),
        told("Groups that do their part, or entries of the logbook, since the first of August."),
    ),
    Column("target", told("Asked"), told("Of what is counted beside it.")),
    Column(
        "groups",
        told("Of how many groups"),
        told("Groups of this school year; empty where entries are counted."),
    ),
    Column("noted", told("Entries"), told("Of the logbook that count for it, since the first of August.")),
)
OF_GROUPS = (
    NUMBER,
    GOAL,
    GROUP,
    Column(
        "does",
        told("Does its part"),
        told("As the goal measures it: by progress, by entries, or by their rhythm."),
    ),
    Column(
        "times",
        told("How often"),
        told("Entries of this group that count for the goal, since the first of August."),
    ),
    Column("last", told("Last time"), told("The day of the last of these.")),
)
OF_CHANNELS = (
    Column("channel", told("Channel"), told("With what the school is on social media.")),
    Column("kind", told("Kind"), told("What kind of channel it is.")),
    Column("public", told("Public"), told("Whether everybody can see it.")),
    Column("readers", told("For whom"), told("For whom it is meant.")),
    Column("address", told("Address"), told("Where it is to be found.")),
    Column("kept_by", told("Kept by"), told("Who of the team keeps it.")),
    Column("closed", told("Closed on"), told("Since when it is not used any more; empty while it is.")),
)
OF_EVIDENCE = (
    Column("day", told("Day"), told("On which it happened.")),
    GROUP,
    GOAL,
    Column("purpose", told("For what"), told("For what something was done on social media.")),
    Column("used", told("Channel"), told("With which it was done.")),
    Column("words", told("What happened"), told("As it was written down.")),
    Column("link", told("Link"), told("Where it is to be found.")),
    Column("file", told("File"), told("Name of the file that stands beside it in the logbook.")),
    Column("present", told("How many were there"), told("Of a talk with the team.")),
    Column("noted_by", told("Noted by"), told("Empty for who left.")),
    Column("noted_on", told("Noted on"), told("The day on which it was written down.")),
    Column("confirmed_on", told("Confirmed on"), told("By the director; empty where that was not done yet.")),
    Column("question", told("Asked back"), told("What the director asked.")),
    Column("answer", told("Answer"), told("Of who noted it.")),
)
