"""The director confirms or asks back in the logbook; the teacher replies there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.web.goals.test_logbook import LOG, log

if TYPE_CHECKING:
    from tests.web.conftest import Visitor
    from tests.web.town import Town


def action(who: Visitor, ends: str) -> str:
    return next(one.action for one in who.page(LOG).forms if one.action.endswith(ends))


def test_from_a_question_to_a_confirmation(visitor: Visitor, town: Town) -> None:
    log(visitor.as_teacher(), group_id=town.our_group.id)
    director = visitor.as_director()
    assert "0 van 1 bevestigd" in director.page(LOG).words
    director.post(action(director, "/ask"), {"words": "Waar staat het?"})
    teacher = visitor.as_teacher()
    assert "Waar staat het?" in teacher.page(LOG).words
    teacher.post(action(teacher, "/reply"), {"words": "Op de klaspagina."})
    director = visitor.as_director()
    assert "Op de klaspagina." in director.page(LOG).words
    director.post(action(director, "/confirm"), {})
    assert "1 van 1 bevestigd" in director.page(LOG).words


def test_a_reply_that_names_a_pupil_is_not_kept(visitor: Visitor, town: Town) -> None:
    log(visitor.as_teacher(), group_id=town.our_group.id)
    director = visitor.as_director()
    director.post(action(director, "/ask"), {"words": ""})
    assert "Schrijf eerst een zin" in director.page(LOG).words
    director.post(action(director, "/ask"), {"words": "Wie deed mee?"})
    teacher = visitor.as_teacher()
    teacher.post(action(teacher, "/reply"), {"words": "Aya deed mee."})
    assert "Aya" not in teacher.page(LOG).words
