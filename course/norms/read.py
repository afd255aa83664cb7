"""Reads `norms/`: the acts, the law and one file per protocol, with every problem in them at once."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from course.norms.article_tables import article_tables
from course.norms.model import Act, Audience, Law, LawArticle, LawKind, Norms
from course.norms.positions import read_positions
from course.norms.protocol_file import read_protocol
from course.reading.fields import ID, Reading
from course.reading.findings import Findings
from course.reading.text import NOTES, content_files, read_text
from course.reading.toml_mending import BROKEN
from course.reading.toml_text import TomlText

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from course.norms.model import Protocol
    from course.reading.fields import Fields
    from course.reading.findings import Problem

ACTS = "norms/acts.toml"
LAW = "norms/law.toml"
PROTOCOLS = "norms/protocols"


def read_norms(root: Path) -> tuple[Norms, tuple[Problem, ...]]:
    """Read everything that is known of rules from the content root `root`, which holds `norms/`.

    Never raises on bad content: what can be read stands in the norms, and the problems tell the rest, in
    file and line order. Norms with a problem of severity error are not fit to start the program on.
    """
    acts_file = _open(root, ACTS, "acts")
    acts = _read_acts(acts_file.top)
    law_file = _open(root, LAW, "articles", "stances")
    law = _read_law(law_file.top, acts)
    problems = acts_file.found + law_file.found
    protocols: dict[str, Protocol] = {}
    for path in _protocol_files(root, problems):
        file = _open(root, f"{PROTOCOLS}/{path.name}", "id", "name", "title", "articles", "stances")
        protocols[path.stem] = read_protocol(file.top, path.stem, acts)
        problems += file.found
    if not protocols:
        folder = Findings(PROTOCOLS)
        remedy = "put a protocol file in it; docs/protocol-format.md tells how"
        folder.error(1, "no-protocol", "there is no protocol", remedy)
        problems += folder.found
    return Norms(acts, MappingProxyType(protocols), law), tuple(sorted(problems))


def _protocol_files(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Give the files of protocols, and warn of those that look like one and are not read."""
    for path in content_files(root / PROTOCOLS):
        if path.suffix == ".toml":
            yield path
        elif path.name not in NOTES:
            findings = Findings(f"{PROTOCOLS}/{path.name}")
            remedy = f"Rename it to {path.name.partition('.')[0]}.toml, or put it elsewhere."
            findings.warning(1, "not-read", "This file is not read: its name must end in .toml.", remedy)
            problems += findings.found


def _open(root: Path, file: str, *needed: str) -> Reading:
    """Open a file; one that can't be read or holds nothing is reported once, not for each of the `needed` keys."""
    findings = Findings(file)
    text = read_text(root, findings)
    reading = Reading(file, text or "")
    if text is not None and not reading.toml.tree and not reading.found:
        findings.error(1, "empty-file", "The file is empty.", f"Write in it: {', '.join(needed)}.")
    if not reading.toml.tree and findings.found:
        reading.toml = TomlText("", dict.fromkeys(needed, BROKEN))
    reading.found += findings.found
    return reading


def _read_acts(top: Fields) -> Mapping[str, Act]:
    top.only("acts")
    acts: dict[str, Act] = {}
    for act_id, fields in top.tables("acts"):
        fields.only("actors", "theme", "nl", "en", "note")
        if not ID.fullmatch(act_id):
            remedy = "write it in lower case with hyphens, e.g. ask-the-person-first"
            fields.reading.report(fields.path, "bad-id", f"{act_id!r} is not an id", remedy)
        acts[act_id] = Act(
            id=act_id,
            actors=fields.choices("actors", Audience),
            theme=fields.text("theme"),
            words=fields.words(),
            note=fields.text("note", optional=True),
        )
    return MappingProxyType(acts)


def _read_law(top: Fields, acts: Collection[str]) -> Law:
    top.only("articles", "stances")
    articles: dict[str, LawArticle] = {}
    for article_id, fields in article_tables(top):
        fields.only("kind", "reference", "nl", "en")
        articles[article_id] = LawArticle(
            id=article_id,
            kind=fields.choice("kind", LawKind) or LawKind.LAW,
            reference=fields.text("reference"),
            words=fields.words(),
        )
    return Law(MappingProxyType(articles), read_positions(top, acts, articles))
