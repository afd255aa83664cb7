"""The page behind a pupil's name: sixteen pictures to choose from, or four words to type, by what the own card holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import request, url_for
from flask_babel import gettext as _

from course.classroom.sign_in import asked_of, sign_in_pupil
from course.errors import Invalid
from course.people.credentials import Kind
from course.people.secrets import PICTURES
from course.people.words import CHOSEN, LONGEST, read_word, word_list
from web.display.picture_names import picture_name
from web.http.doors import ANYBODY, door
from web.http.hypermedia import gone_to, shown
from web.http.identity import now, the_store
from web.http.limits import device
from web.sign_in import codes
from web.sign_in.routes import area, pupil_comes_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask import Response

    from course.classroom.class_sessions import Tile


@dataclass(frozen=True, slots=True)
class WordField:
    """One of the four fields: what was typed, and what is wrong with it."""

    typed: str = ""
    slip: str = ""


@area.route("/sign-in/class/<int:person_id>", methods=["GET", "POST"])
@door(ANYBODY)
def pictures(person_id: int) -> Response:
    """Let a pupil in with the pictures or the words of the own card."""
    code = codes.code_here()
    if code is None:
        return gone_to(url_for("sign_in.front"))
    tile, asked = codes.tile_here(person_id), asked_of(the_store(), code, person_id, now())
    if request.method != "POST":
        return _shown(tile, asked)
    chosen = _chosen(asked)
    try:
        came_in = sign_in_pupil(the_store(), code, person_id, chosen, now(), device())
    except Invalid as wrong:
        return _shown(tile, asked, chosen, next(iter(wrong.fields.values())))
    return pupil_comes_in(came_in, code)


def _chosen(asked: Kind) -> Sequence[str]:
    if asked is Kind.WORDS:
        return [one[:LONGEST] for one in request.form.getlist("word")[:CHOSEN]]
    return request.form.getlist("pictures")


def _shown(tile: Tile, asked: Kind, chosen: Sequence[str] = (), slip: str = "") -> Response:
    status = 422 if slip else 200
    error = _why_not(slip) if slip else ""
    if asked is Kind.WORDS:
        template, fields = "sign_in/words.html", _fields(chosen, told=slip == "no-words")
        return shown(template, template, status, tile=tile, error=error, fields=fields, words=word_list())
    template, pairs = "sign_in/pictures.html", [(name, picture_name(name)) for name in PICTURES]
    return shown(template, template, status, tile=tile, error=error, pictures=pairs)


def _fields(typed: Sequence[str], *, told: bool) -> list[WordField]:
    """Say of each field what is wrong with it, where nobody could have these words."""
    meant = [read_word(one) for one in typed]
    slips = [
        _slip(one, word, twice=word in meant[:place])
        for place, (one, word) in enumerate(zip(typed, meant, strict=True))
    ]
    fields = [WordField(one, slip if told else "") for one, slip in zip(typed, slips, strict=True)]
    return fields + [WordField()] * (CHOSEN - len(fields))


def _slip(typed: str, word: str | None, *, twice: bool) -> str:
    if not typed.strip():
        return _("This word is still missing.")
    if word is None:
        return _("This is not one of our words. Look at your card once more.")
    return _("This word stands here twice.") if twice else ""


def _why_not(message_id: str) -> str:
    return {
        "number-of-pictures": _("Choose all your pictures: as many as on your card."),
        "wrong-pictures": _("These are not your pictures. Try again, or ask your teacher."),
        "no-words": _("Not all four words are right yet."),
        "wrong-words": _("These are not your words. Try again, or ask your teacher."),
    }[message_id]
