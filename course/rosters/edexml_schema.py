"""Holds a file against the schema of EDEXML 2.1, patched in the one place where it has stood still."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from course.rosters.problems import N_, RosterProblems

if TYPE_CHECKING:
    from lxml.etree import XMLSchema
    from lxml.etree import _Element as Element

SCHEMA = Path(__file__).parent / "schema"

DROPPED = frozenset({
    "geboortedatum", "geslacht", "start_ondw_jgr3", "vestiging", "gebruikersnaam", "fotourl", "etniciteit",
    "land", "land_vader", "land_moeder", "sofinummer", "bsn", "onderwijsnummer", "bsn_ondwnr-4", "rijksregisternummer",
    "gewicht", "gewicht_nieuw", "postcodenl", "postnummerbe", "postcodeoverig", "instroomdatum", "uitstroomdatum",
    "mutatiedatum", "toevoegingen", "blok", "opmerking", "code", "omschrijving", "commentaar", "auteur", "aanmaakdatum",
    "peildatum", "xsdversie", "vestigingen", "naam", "rolomschrijving", "emailadres", "voorletters-1", "voornamen",
})  # fmt: skip
"""Elements in which a slip keeps nothing out: the course doesn't read them, or reads them as they are."""

_XS = "{http://www.w3.org/2001/XMLSchema}"


def check_against_schema(root: Element, problems: RosterProblems) -> None:
    """Tell every place where a file is not as the standard has it."""
    schema = _schema()
    if schema.validate(root):
        return
    for entry in schema.error_log:
        element = _element_of(entry.path or "")
        if element in DROPPED:
            message = N_("<%(element)s> isn't as EDEXML has it. It isn't needed here, so it does no harm.")
            problems.warn(entry.line, message, element=element)
        else:
            problems.error(entry.line, N_("<%(element)s> isn't as EDEXML has it."), element=element)


def _element_of(path: str) -> str:
    """Give the name of an element from its path, e.g. /EDEX/leerlingen/leerling[3]/bsn."""
    return path.rpartition("/")[2].partition("[")[0] or "EDEX"


@functools.cache
def _schema() -> XMLSchema:
    """Load the schema at the first file. Its list of school years ends at 2024-2025; any later one is let through."""
    from lxml import etree

    class Patched(etree.Resolver):  # type: ignore[misc] # lxml has no types
        def resolve(self, system_url: str, public_id: str, context: object) -> object:  # noqa: ARG002
            name = Path(system_url).name
            return self.resolve_string(_patched(SCHEMA / name), context, base_url=str(SCHEMA / name))

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Patched())
    path = SCHEMA / "EDEXML.structuur.xsd"
    return etree.XMLSchema(etree.fromstring(_patched(path), parser, base_url=str(path)))


def _patched(path: Path) -> bytes:
    from lxml import etree

    root = etree.fromstring(path.read_bytes(), etree.XMLParser(no_network=True))
    for facet in root.iterfind(f"{_XS}simpleType[@name='EDEXSchooljaarType']/{_XS}restriction"):
        facet[:] = []
        etree.SubElement(facet, f"{_XS}pattern", value="[0-9]{4}-[0-9]{4}")
    return etree.tostring(root)
