"""Reads EDEXML 2.0 and 2.1, which ParnasSys and ESIS export: one file is one school in one school year.

The schema of 2.1, of which 2.0 is a part, is Oefenweb's copy of the official one (its licence stands beside it).
Messages name elements and lines and never what stands in them, for that may be a citizen service number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.naming import plain_name
from course.rosters.edexml_schema import check_against_schema
from course.rosters.model import (
    Roster,
    RosterGroup,
    RosterKind,
    RosterPupil,
    RosterReading,
    RosterSchool,
    RosterStaff,
)
from course.rosters.problems import N_, NotARoster, RosterProblems
from course.rosters.staff_roles import roles_of_codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

MOST_BYTES = 64 * 1024 * 1024
"""Three times what 20,000 pupils with every field take."""

_SCHOOL_YEAR = re.compile(r"(\d{4})-(\d{4})")


def read_edexml(content: bytes) -> RosterReading:
    """Read a file; what is wrong with it is told by line, and a file with an error gives no roster."""
    problems = RosterProblems()
    try:
        root = _parsed(content, problems)
        _check_version(root, problems)
        check_against_schema(root, problems)
        roster = _roster(root, problems)
    except NotARoster:
        roster = None
    return RosterReading(None if problems.has_errors else roster, problems.told())


def _parsed(content: bytes, problems: RosterProblems) -> Element:
    """Parse without ever following an entity or an address."""
    from lxml import etree

    if len(content) > MOST_BYTES:
        raise problems.refuse(
            0, N_("The file is larger than %(most)s MB. EDEXML holds one school."), most=MOST_BYTES >> 20
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line = error.position[0] if error.position else 0
        raise problems.refuse(
            max(line, 0),
            N_(
                "From here on the file is no XML. It may have been cut off or saved by a program that changed it."
            ),
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise problems.refuse(1, N_("The file has a DOCTYPE. EDEXML has none, so this file isn't read."))
    return root


def _check_version(root: Element, problems: RosterProblems) -> None:
    if root.tag != "EDEX":
        raise problems.refuse(
            root.sourceline or 1, N_("This is XML, but no EDEXML: it should begin with <EDEX>.")
        )
    version = (root.findtext("school/xsdversie") or "").strip()
    if version.startswith("1"):
        raise problems.refuse(
            _line(root.find("school/xsdversie")),
            N_("This is EDEXML 1. Choose EDEXML 2.0 or 2.1 when you export from your administration."),
        )
    if root.find("school/schooljaar") is None:
        raise problems.refuse(
            _line(root.find("school")),
            N_("The file doesn't say of which school year it is (schooljaar)."),
        )
    if len(root.findall("school")) > 1:
        raise problems.refuse(
            _line(root.findall("school")[1]),
            N_("The file holds two schools. Export one file for each school."),
        )


def _roster(root: Element, problems: RosterProblems) -> Roster:
    groups = tuple(_groups(root, problems))
    known = {one.key: one for one in groups}
    pupils = tuple(_pupils(root, known, problems))
    staff = tuple(_staff(root, known, problems))
    if not pupils:
        problems.error(0, N_("There isn't a single pupil in the file."))
    _check_keys(root, problems)
    return Roster(RosterKind.EDEXML, _school(root), _school_year(root, problems), groups, pupils, staff)


def _school(root: Element) -> RosterSchool:
    brin = _text(root, "school/brincode")
    place = _text(root, "school/dependancecode")
    key = f"{brin}{place or '00'}" if brin else _text(root, "school/instellingsnummer")
    return RosterSchool(key or _text(root, "school/schoolkey"))


def _school_year(root: Element, problems: RosterProblems) -> int:
    element = root.find("school/schooljaar")
    found = _SCHOOL_YEAR.fullmatch((element.text or "").strip()) if element is not None else None
    if not found or int(found[2]) != int(found[1]) + 1:
        raise problems.refuse(
            _line(element), N_("The school year (schooljaar) is to be written as 2026-2027.")
        )
    return int(found[1])


def _groups(root: Element, problems: RosterProblems) -> Iterator[RosterGroup]:
    seen: dict[str, int] = {}
    for one in root.iterfind("groepen/*"):
        if one.tag not in ("groep", "samengestelde_groep"):
            continue
        key, line = _key(one, problems), _line(one)
        if key in seen:
            problems.error(
                line, N_("Two groups have the same key (here and on line %(other)s)."), other=seen[key]
            )
        seen[key] = line
        name = plain_name(_text(one, "naam"))
        if not name:
            problems.error(line, N_("This group has no name."))
        yield RosterGroup(key, name, _text(one, "jaargroep").upper(), line)


def _pupils(root: Element, known: dict[str, RosterGroup], problems: RosterProblems) -> Iterator[RosterPupil]:
    for one in root.iterfind("leerlingen/leerling"):
        keys = (
            *_references(one, "groep", problems),
            *_references(one, "samengestelde_groepen/samengestelde_groep", problems),
        )
        groups = tuple(dict.fromkeys(key for key in keys if key in known))
        if len(groups) < len(set(keys)):
            problems.error(_line(one), N_("This pupil is in a group that isn't in the file."))
        given, particle, surname = _name(one)
        if not given:
            problems.error(_line(one), N_("This pupil has no name."))
        year = _text(one, "jaargroep").upper() or next(
            (known[key].year_group for key in groups if known[key].year_group), ""
        )
        yield RosterPupil(
            key=_key(one, problems),
            given=given,
            surname=f"{particle} {surname}".strip(),
            year_group="" if year == "C" else year,
            groups=groups,
            eck_id=(one.get("eckid") or "").strip(),
            line=_line(one),
        )


def _staff(root: Element, known: dict[str, RosterGroup], problems: RosterProblems) -> Iterator[RosterStaff]:
    for one in root.iterfind("leerkrachten/leerkracht"):
        references = (*one.iterfind("groepen/groep"), *one.iterfind("groepen/samengestelde_groep"))
        keys = tuple(dict.fromkeys(_key(group, problems) for group in references))
        if any(key not in known for key in keys):
            problems.error(_line(one), N_("This member of staff has a group that isn't in the file."))
        given, particle, surname = _name(one)
        if not given and not surname:
            problems.error(_line(one), N_("This member of staff has no name."))
        codes = {(role.text or "").strip().upper() for role in one.iter("rol")}
        described = one.find(".//rolomschrijving") is not None
        yield RosterStaff(
            key=_key(one, problems),
            given=given,
            particle=particle,
            surname=surname,
            email=_text(one, "emailadres").casefold(),
            roles=roles_of_codes(codes, has_groups=bool(keys) and (not described or bool(codes))),
            groups=tuple(key for key in keys if key in known),
            eck_id=(one.get("eckid") or "").strip(),
            line=_line(one),
        )


def _check_keys(root: Element, problems: RosterProblems) -> None:
    """Keys are text: 1234 and 001234 are two people, but more often one whose zeros a spreadsheet ate."""
    for path, twice in (
        ("leerlingen/leerling", N_("Two pupils have the same key (here and on line %(other)s).")),
        (
            "leerkrachten/leerkracht",
            N_("Two members of staff have the same key (here and on line %(other)s)."),
        ),
    ):
        seen: dict[str, int] = {}
        bare: dict[str, tuple[str, int]] = {}
        for one in root.iterfind(path):
            key, line = (one.get("key") or "").strip(), _line(one)
            if key in seen:
                problems.error(line, twice, other=seen[key])
            seen[key] = line
            like, other = bare.setdefault(key.lstrip("0"), (key, line))
            if like != key:
                problems.warn(
                    line,
                    N_(
                        "This key differs from that on line %(other)s by zeros in front alone. They are kept as two people."
                    ),
                    other=other,
                )


def _name(one: Element) -> tuple[str, str, str]:
    """Give the first name, the small words and the surname; who has no roepnaam goes by the first of the given names."""
    given = plain_name(_text(one, "roepnaam"))
    if not given:
        given = plain_name(_text(one, "voornamen")).partition(" ")[0]
    particle, surname = plain_name(_text(one, "voorvoegsel")), plain_name(_text(one, "achternaam"))
    if not given:
        given = plain_name(_text(one, "voorletters-1")) or surname
    return given, particle, surname


def _references(one: Element, path: str, problems: RosterProblems) -> Iterator[str]:
    for reference in one.iterfind(path):
        yield _key(reference, problems)


def _key(one: Element, problems: RosterProblems) -> str:
    raw = one.get("key") or ""
    if not raw.strip():
        problems.error(_line(one), N_("<%(element)s> has no key."), element=one.tag)
    elif raw != raw.strip():
        problems.warn(_line(one), N_("Spaces around the key were left out."))
    return raw.strip()


def _text(one: Element, path: str) -> str:
    return (one.findtext(path) or "").strip()


def _line(one: Element | None) -> int:
    return (one.sourceline or 0) if one is not None else 0
