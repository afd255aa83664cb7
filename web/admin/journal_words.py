"""What the lines of the journal are called: what happened, and of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.journal.journal import Event

if TYPE_CHECKING:
    from collections.abc import Mapping


def detail_words(detail: str) -> str:
    """Put a detail in words, piece by piece; a piece without words of its own, such as a number, stays as it is."""
    known = {**_ways(), **_roles(), **_changes(), **_counts()}
    pieces = (piece.partition("=") for piece in detail.split())
    return " ".join(f"{known.get(name, name)}{sign}{value}" for name, sign, value in pieces)


def event_words() -> Mapping[str, str]:
    """Name each kind of line; one that has no words yet by its own name."""
    said = {**_of_sign_ins(), **_of_people(), **_of_schools()}
    return {one.value: said.get(one, one.value) for one in Event}


def _of_sign_ins() -> Mapping[Event, str]:
    return {
        Event.SIGNED_IN: _("signed in"),
        Event.REFUSED: _("wrong secret"),
        Event.SLOWED_DOWN: _("has to wait after many wrong ones"),
        Event.LET_TRY_AGAIN: _("may try again"),
        Event.LET_IN: _("let in by the teacher"),
        Event.NEW_PICTURES: _("new sign-in card"),
        Event.NEW_CARD: _("new QR card"),
        Event.CARD_ENDED: _("QR card ended"),
        Event.NEW_PASSWORD: _("new password of one's own"),
        Event.DRAWN_PASSWORD: _("password drawn by the program"),
        Event.INVITED: _("link for one use made"),
        Event.SIGNED_OUT_BY: _("signed out everywhere by an administrator"),
        Event.FACTOR_ADDED: _("second step set up"),
        Event.FACTOR_REMOVED: _("second step taken off"),
        Event.RESET_ASKED: _("new password asked by mail"),
        Event.SIGN_IN_CHANGED: _("way of signing in changed"),
    }


def _of_people() -> Mapping[Event, str]:
    return {
        Event.RECORDS_CHANGED: _("store of learning records changed"),
        Event.ROLE_GIVEN: _("role given"),
        Event.ROLE_ENDED: _("role ended"),
        Event.PERSON_CHANGED: _("person changed"),
        Event.JOINED: _("came into a group"),
        Event.LEFT: _("left a group"),
        Event.MERGED: _("two entries made one"),
        Event.ERASED: _("person erased"),
        Event.EXPORTED: _("something exported"),
        Event.ASKED: _("request about one's own data"),
    }


def _of_schools() -> Mapping[Event, str]:
    return {
        Event.GROUP_CHANGED: _("group changed"),
        Event.SCHOOL_CHANGED: _("school changed"),
        Event.BOARD_CHANGED: _("terms of the board changed"),
        Event.YEAR_BEGUN: _("new school year begun"),
        Event.YEAR_UNDONE: _("new school year undone"),
        Event.ROSTER_IMPORTED: _("file read in"),
        Event.RULES_PUBLISHED: _("rules published"),
        Event.RULES_ADOPTED: _("rules adopted"),
        Event.EVALUATION_FROZEN: _("evaluation frozen"),
        Event.BACKED_UP: _("backup made"),
        Event.RESTORED: _("backup put back"),
    }


def _ways() -> Mapping[str, str]:
    """With what somebody comes in."""
    return {
        "staff": _("password"),
        "password": _("password"),
        "pictures": _("pictures"),
        "words": _("words"),
        "card": _("QR card"),
        "cards": _("QR card"),
        "app": _("code of an app"),
        "codes": _("recovery codes"),
        "recovery-code": _("recovery code"),
        "passkey": _("passkey"),
        "second-step": _("second step"),
        "sign-on": _("account elsewhere"),
        "all": _("all of it"),
    }


def _roles() -> Mapping[str, str]:
    return {
        "pupil": _("pupil"),
        "teacher": _("teacher"),
        "coach": _("coach"),
        "director": _("director"),
        "officer": _("officer"),
        "administrator": _("administrator"),
    }


def _changes() -> Mapping[str, str]:
    """What of a person, a group or a school became another."""
    return {
        "added": _("added"),
        "renamed": _("renamed"),
        "name": _("name"),
        "year": _("year"),
        "email": _("e-mail address"),
        "contacts": _("contacts"),
        "retention": _("how long things are kept"),
        "sign-in": _("how pupils sign in"),
        "journal": _("journal"),
        "report-school": _("figures of a school"),
        "report-group": _("figures of a group"),
        "report-staff": _("figures of a team"),
        "report-board": _("figures of the board"),
        "report-protocols": _("protocols compared"),
        "major": _("major change"),
        "minor": _("minor change"),
    }


def _counts() -> Mapping[str, str]:
    """Before or behind a number."""
    return {
        "moved": _("gone up"),
        "left": _("left"),
        "new": _("new"),
        "changed": _("changed"),
        "same": _("unchanged"),
        "gone": _("gone"),
        "erasures": _("erasures applied again"),
    }
