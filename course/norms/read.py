"""Reads `norms/`: acts, law, agreements, guidance, help lines and one file per protocol, with every problem at once."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from course.norms.acts_file import read_acts, read_themes
from course.norms.model import Norms, Source, nothing_national
from course.norms.national_files import read_help, read_national
from course.norms.protocol_file import read_protocol
from course.reading.fields import Reading
from course.reading.findings import Findings
from course.reading.text import NOTES, content_files, read_text
from course.reading.told import told
from course.reading.toml_mending import BROKEN
from course.reading.toml_text import TomlText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from course.norms.help_lines import HelpLine
    from course.norms.model import Act, NationalRules, Protocol
    from course.reading.findings import Problem

ACTS = "norms/acts.toml"
LAW = "norms/law.toml"
BESIDE = {Source.AGREEMENT: "norms/agreements.toml", Source.GUIDANCE: "norms/guidance.toml"}
HELP = "norms/help.toml"
"""Agreements, guidance and help lines may be left out: then there are none."""
PROTOCOLS = "norms/protocols"


def read_norms(root: Path) -> tuple[Norms, tuple[Problem, ...]]:
    """Read everything that is known of rules from the content root `root`, which holds `norms/`.

    Never raises on bad content: what can be read stands in the norms, and the problems tell the rest, in
    file and line order. Norms with a problem of severity error are not fit to start the program on.
    """
    acts_file = _open(root, ACTS, "themes", "acts")
    themes = read_themes(acts_file.top)
    acts = read_acts(acts_file.top, themes)
    law_file = _open(root, LAW, "articles", "stances")
    law = read_national(law_file.top, Source.LAW, acts)
    problems = acts_file.found + law_file.found
    beside = {source: _read_beside(root, source, acts, problems) for source in BESIDE}
    help_lines = _read_help(root, problems)
    protocols = _read_protocols(root, acts, problems)
    norms = Norms(
        acts=acts,
        protocols=protocols,
        law=law,
        agreement=beside[Source.AGREEMENT],
        guidance=beside[Source.GUIDANCE],
        themes=themes,
        help=help_lines,
    )
    return norms, tuple(sorted(problems))


def _read_beside(
    root: Path, source: Source, acts: Mapping[str, Act], problems: list[Problem]
) -> NationalRules:
    if not (root / BESIDE[source]).exists():
        return nothing_national()
    file = _open(root, BESIDE[source], "articles", "stances")
    rules = read_national(file.top, source, acts)
    problems += file.found
    return rules


def _read_help(root: Path, problems: list[Problem]) -> Mapping[str, HelpLine]:
    if not (root / HELP).exists():
        return MappingProxyType({})
    file = _open(root, HELP, "help")
    lines = read_help(file.top)
    problems += file.found
    return lines


def _read_protocols(root: Path, acts: Mapping[str, Act], problems: list[Problem]) -> Mapping[str, Protocol]:
    protocols: dict[str, Protocol] = {}
    for path in _protocol_files(root, problems):
        file = _open(root, f"{PROTOCOLS}/{path.name}", "id", "name", "title", "articles", "stances")
        protocols[path.stem] = read_protocol(file.top, path.stem, acts)
        problems += file.found
    if not protocols:
        folder = Findings(PROTOCOLS)
        remedy = told("put a protocol file in it; docs/protocol-format.md tells how")
        folder.error(1, "no-protocol", told("there is no protocol"), remedy)
        problems += folder.found
    return MappingProxyType(protocols)


def _protocol_files(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Give the files of protocols, and warn of those that look like one and are not read."""
    for path in content_files(root / PROTOCOLS):
        if path.suffix == ".toml":
            yield path
        elif path.name not in NOTES:
            findings = Findings(f"{PROTOCOLS}/{path.name}")
            remedy = told(
                "Rename it to %(name)s.toml, or put it elsewhere.", name=path.name.partition(".")[0]
            )
            findings.warning(
                1, "not-read", told("This file is not read: its name must end in .toml."), remedy
            )
            problems += findings.found


def _open(root: Path, file: str, *needed: str) -> Reading:
    """Open a file; one that can't be read or holds nothing is reported once, not for each of the `needed` keys."""
    findings = Findings(file)
    text = read_text(root, findings)
    reading = Reading(file, text or "")
    if text is not None and not reading.toml.tree and not reading.found:
        findings.error(
            1,
            "empty-file",
            told("The file is empty."),
            told("Write in it: %(needed)s.", needed=", ".join(needed)),
        )
    if not reading.toml.tree and findings.found:
        reading.toml = TomlText("", dict.fromkeys(needed, BROKEN))
    reading.found += findings.found
    return reading
