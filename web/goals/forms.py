"""The form with which evidence is noted."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    DateField,
    FileField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice

from course.curriculum.model import Purpose
from course.goals.channels import Kind, Readers

SLIPS = (
    _l("Tell what happened."),
    _l("This is too long; keep it under 2000 characters."),
    _l("Choose the day on which it happened."),
    _l("This day is still to come."),
    _l("Choose a day in this school year."),
    _l("Choose the group that this is about."),
    _l("Say what it was for."),
    _l("Paste the whole address, beginning with https://."),
    _l("Give the channel a name."),
    _l("This is too long; keep it under 80 characters."),
    _l("Choose what kind of channel it is."),
    _l("Say who can see it."),
    _l("Say for whom it is."),
    _l("There are sixty channels already. Close one that is used no more."),
    _l("Write a sentence first."),
    _l("This is too long; keep it under 500 characters."),
    _l("Give a number from 1 to 999."),
    _l("This file is too large: a document may have 5 MB, a picture 10 MB."),
    _l(
        "This is no file that can be kept here: "
        "send a picture (JPEG or PNG), a PDF, a file of Word, Excel or PowerPoint, or plain text."
    ),
    _l("This file can't be opened. Is it damaged, or locked with a password?"),
    _l("There are macros in this file. Save it without them, or as a PDF."),
    _l("There is nothing in this file."),
    _l(
        "There is no room for more files of your school. Add a link, or withdraw older evidence that has a file."
    ),
    _l("Choose your file once more."),
    _l("There is a pupil's name in it. Better leave it out, or press once more to keep it."),
)
"""What `course.goals` may find wrong, listed so that the catalogs know it."""
WHOLE_SCHOOL = ""
"""The choice for what no single group did."""


class EvidenceForm(FlaskForm):  # type: ignore[misc]
    """When, by whom and what; the course judges it, so that every way in follows the same rules."""

    happened_on = DateField(_l("When was it?"))
    group_id = SelectField(_l("Who is it about?"), choices=[], validate_choice=False)
    words = TextAreaField(_l("What happened?"))
    file = FileField(_l("A picture or a document"))
    warned = HiddenField()
    """Filled once the writer was warned of a name."""


class UseForm(EvidenceForm):
    """What was done with a channel: one line to type, and the rest to choose."""

    purpose = RadioField(
        _l("What was it for?"),
        choices=[
            SelectChoice(Purpose.PARENTS.value, _l("For parents")),
            SelectChoice(Purpose.TEACHING.value, _l("For a teaching goal")),
            SelectChoice(Purpose.PROFILE.value, _l("To show the school")),
        ],
        validate_choice=False,
    )
    channel_id = SelectField(_l("Where?"), choices=[], validate_choice=False)
    link = StringField(_l("Where is it to be found?"))


class TalkForm(FlaskForm):  # type: ignore[misc]
    """A talk with the team."""

    happened_on = DateField(_l("When was it?"))
    people = IntegerField(_l("How many colleagues were there?"))
    words = TextAreaField(_l("What came out of it?"))


class ChannelForm(FlaskForm):  # type: ignore[misc]
    """A channel, told once."""

    name = StringField(_l("What do you call it?"))
    kind = SelectField(
        _l("What kind of channel is it?"),
        choices=[
            SelectChoice("", _l("Choose")),
            SelectChoice(Kind.CLASS_PAGE.value, _l("Class page")),
            SelectChoice(Kind.SCHOOL_APP.value, _l("App of the school for parents")),
            SelectChoice(Kind.WEBLOG.value, _l("Weblog")),
            SelectChoice(Kind.WEBSITE.value, _l("Website")),
            SelectChoice(Kind.NETWORK.value, _l("Social network")),
            SelectChoice(Kind.VIDEO.value, _l("Video channel")),
            SelectChoice(Kind.CHAT.value, _l("Group chat")),
            SelectChoice(Kind.OTHER.value, _l("Something else")),
        ],
        validate_choice=False,
    )
    is_public = RadioField(
        _l("Who can see it?"),
        choices=[
            SelectChoice("closed", _l("Only who was let in")),
            SelectChoice("public", _l("Everybody")),
        ],
        validate_choice=False,
    )
    for_whom = RadioField(
        _l("For whom is it?"),
        choices=[
            SelectChoice(Readers.PARENTS.value, _l("Parents")),
            SelectChoice(Readers.PUPILS.value, _l("Pupils")),
            SelectChoice(Readers.EVERYBODY.value, _l("Everybody")),
        ],
        validate_choice=False,
    )
    kept_by = SelectField(_l("Who keeps it?"), choices=[], validate_choice=False)
    address = StringField(_l("Its address"))


class WordsForm(FlaskForm):  # type: ignore[misc]
    """A question of the director, or what is said back to it."""

    words = TextAreaField()
