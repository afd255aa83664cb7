"""What the course may find wrong with a form of an administrator, listed so that the catalogs know it."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

SLIPS = (
    _l("Give this person a role and an e-mail address first."),
    _l("Choose a protocol to begin with."),
    _l("There is a school of this name already."),
    _l("A name of a school or a board has 1 to 120 characters."),
    _l("A group's name has one to sixty characters."),
    _l("The new school year has not begun yet. You can look, and write it from 1 August."),
    _l("Nobody is in a group of last year any more."),
    _l(
        "Two pupils with the same name would come into one group. Give one of them a letter of the surname first."
    ),
    _l("A pupil has signed in since, so the new school year can't be undone any more."),
    _l("Somebody was moved by hand since. Undo that first."),
    _l("There is no new school year to undo."),
    _l("There is a group of this name already."),
    _l("Choose the last day of the substitute, today or later."),
    _l("Choose somebody of the staff."),
    _l("This person is that in the group already."),
    _l("Write one to sixty names, each on a line of its own."),
    _l("Somebody in the group is called so already. Add a letter of the surname."),
    _l("A name has one to eighty characters."),
    _l("This pupil is not at that school."),
    _l("Choose a year."),
    _l("Choose a role."),
    _l("You can't end your own administration. Another administrator can."),
    _l("This role doesn't go with this place."),
    _l("Fill in the first name."),
    _l("Fill in an e-mail address."),
    _l("This e-mail address belongs to somebody else. Give that person the role."),
    _l("This person has a role outside your reach too. An administrator of the board can do this."),
    _l("A pupil and a member of staff can't be one person here."),
    _l("One of the two has a role outside your reach too."),
    _l("Choose somebody else: this is the same entry."),
    _l("The school's administration knows both, each by an own key. Merge them there first."),
)
