"""Cards with a QR code: who of a group has one, drawn anew or ended, and the sheet to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from course.figures.groups import my_groups
from course.learning.lesson.trails import forget_trails
from course.people.cards import CardHolder, QrCard, card_holders, cards_of, draw_cards, end_cards
from course.people.credentials import Kind
from course.people.pictures import WordsBeside, cards_again, next_cards
from course.people.roles import Ability
from web.display.dates import TimeFormatter
from web.display.qr_code import qr_code
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_library, the_store
from web.teacher.cards import LONGEST_WORD, drawing_of, new_word, remember, remembered
from web.teacher.class_views import address
from web.teacher.routes import area
from web.teacher.views import own_card

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.people.access import Group
    from course.people.pictures import LoginCard
    from web.teacher.cards import Drawn

QR = "qr-cards"
"""What the cookie keeps a drawing of these cards as."""
END = "end"
"""What the button says that ends cards."""


@dataclass(frozen=True, slots=True)
class QrCardsView:
    """Who of a group has a card."""

    group_id: int
    group_name: str
    pupils: tuple[CardHolder, ...]
    word: str
    """Of the drawing that this page may begin: a form that is sent twice draws once."""
    error: str
    are_shown: bool
    by_words: bool
    """Whether somebody comes in with words, which then stand on the card too."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """Cards that were just drawn, each with its QR code as SVG."""

    group_id: int
    group_name: str
    cards: tuple[tuple[QrCard, str], ...]
    words: Mapping[int, tuple[str, ...]]
    """By pupil, beside the QR code."""
    until: str
    address: str


@area.get("/groups/<int:group_id>/qr-cards")
@door(Ability.TEACH)
def qr_cards(group_id: int) -> Response:
    """Show which pupils have a card that works."""
    return _overview(group_id)


@area.post("/groups/<int:group_id>/qr-cards")
@door(Ability.TEACH)
def change_qr_cards(group_id: int) -> Response:
    """Draw cards for the chosen pupils and lead to the sheet, or end the cards they have."""
    pupils = request.form.getlist("pupil", type=int)
    if not pupils:
        return _overview(group_id, 422, _("Choose at least one pupil."))
    if request.form.get("do") == END:
        ended = end_cards(the_store(), me(), group_id, pupils, now())
        words = _("These cards work no more: %(names)s.", names=", ".join(ended))
        flash(words if ended else _("Nobody of them had a card."), "good" if ended else "info")
        return gone_to(url_for("teacher.qr_cards", group_id=group_id))
    word = request.form.get("word", "")[:LONGEST_WORD] or new_word()
    _draw(group_id, pupils, drawing_of(word))
    remember(QR, group_id, word, pupils)
    return gone_to(url_for("teacher.qr_sheet", group_id=group_id))


@area.get("/groups/<int:group_id>/qr-cards/sheet")
@door(Ability.TEACH)
def qr_sheet(group_id: int) -> Response:
    """Show the cards that were just drawn, to be printed; loading it again draws nothing."""
    drawn = remembered(QR, group_id)
    group = _group(group_id)
    cards = cards_of(the_store(), me(), group_id, drawn.pupils, drawing_of(drawn.word)) if drawn else ()
    if drawn is None or not cards:
        return gone_to(url_for("teacher.qr_cards", group_id=group_id))
    front = url_for("sign_in.card", _external=True)
    view = SheetView(
        group_id,
        group.name,
        tuple((card, qr_code(f"{front}#{card.token}")) for card in cards),
        {one.person_id: one.words for one in _beside(group_id, drawn) if one.words},
        TimeFormatter(now()).until(drawn.until),
        address(),
    )
    return shown("teacher/qr_sheet.html", "teacher/_qr_sheet.html", view=view)


def _draw(group_id: int, pupils: list[int], drawing: bytes) -> None:
    """Draw QR codes, and for who comes in with words those too: one card, in one transaction."""
    words = WordsBeside(the_store(), me(), group_id, pupils, drawing)
    draw_cards(the_store(), me(), group_id, pupils, drawing, now(), words.kept_with(forget_trails, now()))


def _beside(group_id: int, drawn: Drawn) -> tuple[LoginCard, ...]:
    return cards_again(the_store(), me(), group_id, drawn.pupils, drawing_of(drawn.word))


def _group(group_id: int) -> Group:
    return own_card(my_groups(the_store(), the_library(), me(), now()), group_id).group


def _overview(group_id: int, status: int = 200, error: str = "") -> Response:
    pupils = card_holders(the_store(), me(), group_id, now())
    shown_still = remembered(QR, group_id) is not None
    by_words = any(one.gets is Kind.WORDS for one in next_cards(the_store(), me(), group_id))
    view = QrCardsView(group_id, _group(group_id).name, pupils, new_word(), error, shown_still, by_words)
    return shown("teacher/qr_cards.html", "teacher/_qr_cards.html", status, view=view)
