"""Small norms and question banks for the tests of the quiz."""

from __future__ import annotations

from dataclasses import replace
from string import ascii_lowercase

from course.norms.judge import judge
from course.norms.model import (
    Act,
    Article,
    ArticleKind,
    Audience,
    NationalRules,
    Norms,
    Position,
    Protocol,
    Stance,
    Stand,
)
from course.quiz.read import read_quiz
from course.reading.words import Words

FRONT = "---\ntitle: Proef\nmodule: proef\ndraw: 2\n---\n"

BANK = (
    FRONT
    + """
{#wie acts="ask" articles="streng:A.1"}
## Wie *beslist*?

Sem en Aya staan op de foto.

- [ ] Sem
  > Ook Aya staat erop.
- [x] Sem én **Aya**
- [ ] Niemand van de twee
  > Hun gezicht.

> Wie je herkent, beslist mee.

{#welke}
## Welke horen erbij?

- [x] een
- [x] twee
- [ ] drie
  > Nee, want het is er een te veel.
- [ ] vier
  > Nee, want dat zijn er twee te veel.

> Een en twee.

{#mag kind=judge act=post}
## Mag dat hier?

Je zet hem op je verhaal.

> Het hangt van je school af.

{#volgorde kind=order}
## Wat eerst?

1. stop
2. bewaar
   > Anders is het weg.
3. vertel

> Zo staat het in het stappenplan.

{#stapels kind=sort}
## Sorteer

- vragen {act=ask}
- plaatsen {act=post}
  > Dat is niet van jou.
- delen {act=share}
- zwijgen {act=hush}

> Zo ligt het hier.
"""
)


def norms() -> Norms:
    """Two protocols: `streng` speaks of all four acts, `stil` of one; the law forbids nothing."""
    acts = {
        name: Act(name, (Audience.PUPIL,), "theme", Words(name, name), "")
        for name in ("ask", "post", "share", "hush")
    }
    streng = {
        "ask": Stance.REQUIRED,
        "post": Stance.FORBIDDEN,
        "share": Stance.ASK_FIRST,
        "hush": Stance.DISCOURAGED,
    }
    protocols = {"streng": protocol("streng", streng), "stil": protocol("stil", {"post": Stance.ALLOWED})}
    return Norms(acts, protocols, NationalRules({}, {}))


def protocol(name: str, stances: dict[str, Stance]) -> Protocol:
    article = Article(
        name, "A.1", (Audience.PUPIL,), ArticleKind.NORM, Words("regel", "rule"), teachable=True, line=1
    )
    stands = {act: Stand(Position(stance, ("A.1",))) for act, stance in stances.items()}
    return Protocol(name, name, name, "1", None, (), (), {"A.1": article}, stands, {})


def at(school: str):
    known = norms()
    return lambda act: judge(known, school, act)


def quiz(text: str = BANK):
    read, problems = read_quiz(text, "quizzes/proef.md", "proef")
    assert read, problems
    return read


def codes(problems) -> list[tuple[int, str]]:
    return [(one.line, one.code) for one in problems]


def lettered(question):
    """A question whose options go by their letters, as they stand in its text."""
    letters = zip(question.options, ascii_lowercase, strict=False)
    return replace(question, options=tuple(replace(one, key=letter) for one, letter in letters))


def keyed(question, answer):
    """An answer that names options by their letters, with the names that they go by."""
    keys = {letter: one.key for letter, one in zip(ascii_lowercase, question.options, strict=False)}
    if answer is None or isinstance(answer, str):
        return keys.get(answer, answer)
    if isinstance(answer, dict):
        return {keys.get(key, key): pile for key, pile in answer.items()}
    return [keys.get(one, one) for one in answer]
