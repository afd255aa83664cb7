"""Login cards that were just drawn: shown for some minutes to the teacher who drew them, and kept nowhere.

The pictures of a drawing follow from a word by chance, which stands in the form and then in the cookie, and the
installation's key. A form that is sent twice so draws nothing anew, and a page that is loaded again shows the same cards.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from flask import current_app, session

from course.learning.lesson.trails import forget_trails
from course.people.pictures import cards_again, renew_pictures
from web.http.identity import me, now, the_store

if TYPE_CHECKING:
    from course.people.pictures import LoginCard

SHOWN_FOR = timedelta(minutes=15)
"""Long enough for a printer that has no paper."""
LONGEST_WORD = 40
CARDS = "cards"


@dataclass(frozen=True, slots=True)
class DrawnCards:
    """Cards of one group, until when they are shown."""

    cards: tuple[LoginCard, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the cookie tells of a drawing."""

    word: str
    pupils: tuple[int, ...]
    until: datetime


def new_word() -> str:
    """Make the word of a drawing, for a form."""
    return token_urlsafe(16)


def draw(group_id: int, pupils: list[int], word: str) -> None:
    """Draw cards, unless a form with this word did, and show them to this teacher from now on.

    Who draws them could sign in with them and read what was chosen: that goes with the old pictures.
    """
    word = word[:LONGEST_WORD] or new_word()
    renew_pictures(the_store(), me(), group_id, now(), pupils, drawing_of(word), forget_trails)
    remember(CARDS, group_id, word, pupils)


def drawn_cards(group_id: int) -> DrawnCards | None:
    """Give the cards that this teacher drew for a group; None once they are not shown any more."""
    drawn = remembered(CARDS, group_id)
    if drawn is None:
        return None
    cards = cards_again(the_store(), me(), group_id, drawn.pupils, drawing_of(drawn.word))
    return DrawnCards(cards, drawn.until) if cards else None


def are_shown(group_id: int) -> bool:
    """Whether cards of this group can still be shown."""
    return remembered(CARDS, group_id) is not None


def remember(kind: str, group_id: int, word: str, pupils: list[int]) -> None:
    """Keep in the cookie of who drew that cards of this kind were drawn, which can be looked at from now on."""
    session[kind] = [group_id, word, pupils, (now() + SHOWN_FOR).isoformat()]


def remembered(kind: str, group_id: int) -> Drawn | None:
    """Give what this teacher drew last for a group; None once it is not shown any more."""
    of_group, word, pupils, until = session.get(kind, (0, "", (), ""))
    if of_group != group_id or now() >= datetime.fromisoformat(until):
        return None
    return Drawn(word, tuple(pupils), datetime.fromisoformat(until))


def drawing_of(word: str) -> bytes:
    """Make the secret of a drawing: the word alone tells nobody what is on the cards."""
    key = str(current_app.secret_key).encode()[: blake2b.MAX_KEY_SIZE]
    return blake2b(f"{me().person_id} {word}".encode(), key=key, person=b"login cards").digest()
