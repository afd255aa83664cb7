"""Proposes acts for a text, and articles for an act, from all that is known to say an act."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.bounded_cache import BoundedCache
from course.norms.suggest.likeness import Angle, Bm25
from course.norms.suggest.words import features, runs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from course.norms.model import Act, Audience, Norms

LETTERS = 0.8
"""What likeness of letters counts beside likeness of words."""
OWN, COUNTERPART, ALSO, CITED, CONFIRMED = 1.0, 0.3, 0.5, 0.5, 0.6
"""What counts how much: the act's own sentences, its opposite's, other ways to say it, the articles that speak of it, what
people confirmed."""
WHOLE = 1.0
"""What all of these count together, read as one text: a rule may share one word with each."""
MOST_SHOWN = 5
MOST_SPOKEN = 3
"""Acts of which one article may speak, where its questions are chosen by it."""
MOST_ASKED = 4_096
"""Texts whose likeness to all acts is remembered."""
MOST_KEPT = 8
"""Norms, or sets of confirmed links, whose index is kept."""


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody confirmed that a text speaks of an act."""

    text: str
    act: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An act that a text may speak of, or an article that may speak of an act, by its id; the higher the likelier."""

    id: str
    score: float


class Evidence:
    """Texts that say acts, of one kind; an act is as likely as the likest of its texts."""

    __slots__ = ("_acts", "_angle", "_words", "weight")

    def __init__(self, weight: float, texts: Iterable[tuple[str, str]]) -> None:
        """Index texts, each with the act that it says."""
        held = list(dict.fromkeys(texts))
        self.weight = weight
        self._acts = [act for act, _ in held]
        self._words = Bm25([features(text) for _, text in held])
        self._angle = Angle([runs(text) for _, text in held])

    def likeness(self, words: Mapping[str, float], letters: Mapping[str, float]) -> Mapping[str, float]:
        """Give how like each act is to a question, by id."""
        by_words, by_letters = self._words.likeness(words), self._angle.likeness(letters)
        best: defaultdict[str, float] = defaultdict(float)
        for place in by_words.keys() | by_letters.keys():
            likeness = by_words.get(place, 0.0) + LETTERS * by_letters.get(place, 0.0)
            act = self._acts[place]
            best[act] = max(best[act], likeness)
        return best


class Suggester:
    """Knows what says each act; made once for some norms and some confirmed links, and asked often."""

    __slots__ = ("_evidence", "_remembered", "norms")

    def __init__(self, norms: Norms, evidence: Sequence[Evidence]) -> None:
        """Ask by the evidence given; `suggester` makes one."""
        self.norms = norms
        self._evidence = evidence
        self._remembered: BoundedCache[Mapping[str, float]] = BoundedCache(MOST_ASKED)

    def acts(
        self, text: str, actor: Audience | None = None, most: int = MOST_SHOWN
    ) -> tuple[Suggestion, ...]:
        """Name the acts that a text may speak of, likeliest first; with an actor, only what that actor may do."""
        found = [
            Suggestion(act, score)
            for act, score in self._scores(text).items()
            if actor is None or actor in self.norms.acts[act].actors
        ]
        return tuple(sorted(found, key=_order)[:most])

    def spoken_of(self, articles: Iterable[tuple[str, Collection[Audience]]]) -> tuple[str, ...]:
        """Name the acts that some articles may speak of: the likeliest of each first, then the second, then the third.

        An article comes with those for whom it is; with none, for anybody.
        """
        ranked = []
        for text, audience in articles:
            found = self.acts(text, most=len(self.norms.acts))
            fitting = [
                one for one in found if not audience or {*self.norms.acts[one.id].actors} & {*audience}
            ]
            ranked += [(rank, -one.score, one.id) for rank, one in enumerate(fitting[:MOST_SPOKEN])]
        return tuple(dict.fromkeys(act for _, _, act in sorted(ranked)))

    def articles(
        self, act: str, articles: Mapping[str, str], most: int = MOST_SHOWN
    ) -> tuple[Suggestion, ...]:
        """Name which of some articles, words by id, may speak of an act, likeliest first."""
        found = [Suggestion(one, self._scores(words).get(act, 0.0)) for one, words in articles.items()]
        return tuple(sorted((one for one in found if one.score > 0), key=_order)[:most])

    def _scores(self, text: str) -> Mapping[str, float]:
        kept = self._remembered.get(text)
        if kept is not None:
            return kept
        words, letters = features(text), runs(text)
        scores: defaultdict[str, float] = defaultdict(float)
        for evidence in self._evidence:
            for act, likeness in evidence.likeness(words, letters).items():
                scores[act] += evidence.weight * likeness
        return self._remembered.put(text, dict(scores))


_of_norms: BoundedCache[tuple[Norms, tuple[Evidence, ...]]] = BoundedCache(MOST_KEPT)
_of_links: BoundedCache[Suggester] = BoundedCache(MOST_KEPT)


def suggester(norms: Norms, links: Iterable[Link] = ()) -> Suggester:
    """Give who proposes by some norms and by what people confirmed; the index of either is made at most once."""
    links = tuple(links)
    kept = _of_links.get((id(norms), links))
    if kept is None or kept.norms is not norms:
        evidence = _known(norms)
        confirmed = [(link.act, link.text) for link in links if link.act in norms.acts]
        if confirmed:
            evidence = (*evidence, Evidence(CONFIRMED, confirmed))
        evidence = (*evidence, Evidence(WHOLE, _together(norms, confirmed)))
        kept = _of_links.put((id(norms), links), Suggester(norms, evidence))
    return kept


def _known(norms: Norms) -> tuple[Evidence, ...]:
    """Index what the norms themselves say of each act; they are kept beside it, so that their id stays theirs."""
    kept = _of_norms.get(id(norms))
    if kept is None or kept[0] is not norms:
        acts = norms.acts
        named = ((act.id, act.counterpart) for act in acts.values() if act.counterpart)
        evidence = (
            Evidence(OWN, ((act.id, text) for act in acts.values() for text in _sentences(act))),
            Evidence(COUNTERPART, ((act, acts[other].words.nl) for act, other in named if other in acts)),
            Evidence(ALSO, _also(norms)),
            Evidence(CITED, _cited(norms)),
        )
        kept = _of_norms.put(id(norms), (norms, evidence))
    return kept[1]


def _sentences(act: Act) -> list[str]:
    return [act.words.nl, *(words.nl for words in act.sentences.values())]


def _also(norms: Norms) -> Iterable[tuple[str, str]]:
    return ((act.id, text) for act in norms.acts.values() for text in act.also)


def _together(norms: Norms, confirmed: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """Give all that says an act as one text, its opposite's left out."""
    said: dict[str, list[str]] = {act.id: _sentences(act) for act in norms.acts.values()}
    for act, text in (*_also(norms), *_cited(norms), *confirmed):
        said[act].append(text)
    return ((act, " ".join(texts)) for act, texts in said.items())


def _cited(norms: Norms) -> Iterable[tuple[str, str]]:
    """Give every article of a protocol with each act that it speaks of, in our words and in the document's."""
    for protocol in norms.protocols.values():
        for act, stand in protocol.stands.items():
            for article in (protocol.articles[one] for one in stand.articles if one in protocol.articles):
                yield act, article.words.nl
                if article.original:
                    yield act, article.original


def _order(one: Suggestion) -> tuple[float, str]:
    return -one.score, one.id
