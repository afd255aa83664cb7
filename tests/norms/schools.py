"""The rules of eight real schools, in our own words, as data: which acts say them, towards whom, and when.

`data/rules/` holds the rules as they were read, `data/rules.csv` a line for each act that says a rule. A line with a
reason follows from a rule rather than saying it; a line without an act tells why a rule is nobody's act.
`protocol_text` writes a school's rules as a protocol file, as a board would. `data/further.csv` holds rules of schools that
were read after the acts had been made for those eight, in two readings: `first` tells whether an act said the rule at once.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course.norms.decide import STRICTNESS
from course.norms.model import Audience, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from course.norms.model import Act

DATA = Path(__file__).parent / "data"
SCHOOLS = ("a", "b", "d", "f", "h", "j", "k", "m")
EVERYBODY = (Audience.PUPIL, Audience.TEACHER, Audience.LEADER, Audience.PARENT)
FOR_THE_SCHOOL = {Audience.SCHOOL, Audience.TEACHER, Audience.LEADER}
RULE = re.compile(r"(?P<number>\d+)\. (?P<text>.+) \((?P<whom>\w+)\)")
DOUBT = {"f": {"teacher": "7", "leader": "5"}}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a school, as it was read."""

    school: str
    number: str
    text: str
    whom: str

    @property
    def audience(self) -> tuple[Audience, ...]:
        if self.whom == "all":
            return EVERYBODY
        if self.for_staff:
            return (Audience.TEACHER, Audience.LEADER)
        return (Audience(self.whom),)

    @property
    def for_staff(self) -> bool:
        """Whether it speaks of all who work there, and not of teachers alone."""
        return self.whom == "teacher" and "medewerker" in self.text.lower()


@dataclass(frozen=True, slots=True)
class Line:
    """What a rule says of one act; an act that says the rule has no `reason`, and one that follows from it has."""

    school: str
    rule: str
    actor: str
    act: str
    stance: str
    ask: str
    conditions: str
    fit: str
    reason: str

    @property
    def says_the_rule(self) -> bool:
        return self.fit == "exact" and not self.reason


def rules_of(school: str) -> list[Rule]:
    text = (DATA / "rules" / f"school-{school}.md").read_text(encoding="utf-8")
    return [Rule(school, found["number"], found["text"], found["whom"]) for found in RULE.finditer(text)]


def lines() -> list[Line]:
    with (DATA / "rules.csv").open(encoding="utf-8", newline="") as file:
        return [Line(**row) for row in csv.DictReader(file)]


def further_rules() -> list[dict[str, str]]:
    with (DATA / "further.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def newest_rules() -> list[dict[str, str]]:
    """Give rules of schools read in the third and fourth rounds; `first` tells whether an act said the rule, or nearly."""
    with (DATA / "newest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def advised() -> set[str]:
    """Give the acts on which a national body was found to advise, whatever is shipped of that."""
    with (DATA / "advised.csv").open(encoding="utf-8", newline="") as file:
        return {row["act"] for row in csv.DictReader(file)}


def protocol_text(school: str, acts: Mapping[str, Act]) -> str:
    """Write a school's rules as a protocol file: a rule is an article, a line a stance towards those whom it addresses."""
    blocks = [_head(school), *(_article(rule) for rule in rules_of(school)), "[stances]"]
    held: dict[str, list[Line]] = defaultdict(list)
    for line in lines():
        if line.school == school and line.act:
            held[line.act].append(line)
    stances = [_stance(act, held[act.id]) for act in acts.values() if act.id in held]
    return "\n\n".join(blocks) + "\n" + "\n".join(stances) + "\n"


def _head(school: str) -> str:
    name = f"School {school.upper()}"
    top = f'id = "school-{school}"\nname = "{name}"\ntitle = "Afspraken van {name}"'
    doubt = "\n".join(f'{reader} = "{number}"' for reader, number in DOUBT.get(school, {}).items())
    return f"{top}\n\n[doubt]\n{doubt}" if doubt else top


def _article(rule: Rule) -> str:
    said = [line for line in lines() if (line.school, line.rule) == (rule.school, rule.number)]
    kind = "duty-of-school" if rule.whom == "school" else "norm"
    if said and all(line.stance == "allowed" for line in said if line.says_the_rule):
        kind = "permission"
    text = rule.text.replace("'", "’")
    return "\n".join(
        (
            f'[articles."{rule.number}"]',
            f'number = "{rule.number}"',
            f"audience = {_list(rule.audience)}",
            f'kind = "{kind}"',
            f'nl = "{text}"',
            "teachable = true",
        )
    )


def _stance(act: Act, said: Sequence[Line]) -> str:
    everyone = [line for line in said if not _apart(line, act)]
    apart: dict[Audience, list[Line]] = defaultdict(list)
    for line in said:
        for actor in _apart(line, act):
            apart[actor].append(line)
    parts = _position(everyone) if everyone else []
    if apart:
        own = (f"{actor} = {{{', '.join(_position([*everyone, *some]))}}}" for actor, some in apart.items())
        parts.append(f"actors = {{{', '.join(own)}}}")
    return f"{act.id} = {{{', '.join(parts)}}}"


def _apart(line: Line, act: Act) -> tuple[Audience, ...]:
    """Give the actors whom a line holds for, where that is not everyone who may do the act."""
    if line.actor == "all":
        return ()
    rule = next(one for one in rules_of(line.school) if one.number == line.rule)
    meant = set(rule.audience) if rule.for_staff else {Audience(line.actor)}
    if meant == {Audience.SCHOOL} and FOR_THE_SCHOOL.issuperset(act.actors):
        return ()
    return () if meant.issuperset(act.actors) else tuple(one for one in act.actors if one in meant)


def _position(said: Sequence[Line]) -> list[str]:
    """Put what several rules say of one act together: the strictest decides, all are named."""
    strictest = max((Stance(line.stance) for line in said), key=STRICTNESS.__getitem__)
    leading = [line for line in said if line.stance == strictest]
    asked = _once(name for line in leading for name in line.ask.split(";") if name)
    free = any(not line.conditions for line in leading)
    conditions = "" if free else "; ".join(_once(line.conditions for line in leading))
    parts = [f'stance = "{strictest}"', f"articles = {_list(_once(line.rule for line in said))}"]
    if asked:
        parts.append(f"ask = {_list(asked)}")
    if conditions:
        parts.append(f'conditions = {{nl = "{conditions}"}}')
    return parts


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _list(names: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"
