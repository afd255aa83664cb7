"""What an operation makes of a draft's answers, marks and rules for who is in doubt. Pure."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, assert_never

from course.errors import NotFound
from course.rulebooks.drafts.operations import Confirm, SetAnswer, SetDoubt, WriteArticle

if TYPE_CHECKING:
    from course.rulebooks.drafts.model import Answer, Draft


def apply_to_answers(
    draft: Draft, operation: SetAnswer | WriteArticle | Confirm | SetDoubt, written: str = ""
) -> Draft:
    """Give the draft after an operation; `written` is the article on which the answers of `WriteArticle` rest too.

    NotFound where it names an article that is no part of the draft, or an answer that nobody gave.
    """
    match operation:
        case SetAnswer(act=act, actor=actor, answer=answer):
            return draft.with_answer((act, actor), _resting(draft, answer) if answer else None)
        case WriteArticle(answers=answers):
            for one in answers:
                answer = replace(one.answer, articles=(*one.answer.articles, written))
                draft = draft.with_answer((one.act, one.actor), _resting(draft, answer))
            return draft
        case Confirm():
            return _confirmed(draft, operation)
        case SetDoubt(audience=audience, article=article):
            doubt = {who: rule for who, rule in draft.doubt.items() if who != audience}
            if article:
                doubt[audience] = _found(draft, article)
            return replace(draft, doubt=MappingProxyType(doubt))
        case _:
            assert_never(operation)


def _resting(draft: Draft, answer: Answer) -> Answer:
    articles = tuple(dict.fromkeys(_found(draft, one) for one in answer.articles))
    return replace(answer, articles=articles, is_foreign=False)


def _found(draft: Draft, article_id: str) -> str:
    found = draft.resting_on(article_id)
    if found is None:
        raise NotFound("article", article_id)
    return found


def _confirmed(draft: Draft, operation: Confirm) -> Draft:
    for article_id in operation.articles:
        draft = draft.with_article(replace(draft.article(article_id), is_foreign=False))
    for key in operation.answers:
        if key not in draft.answers:
            raise NotFound("answer", key[0])
        draft = draft.with_answer(key, replace(draft.answers[key], is_foreign=False))
    return draft
