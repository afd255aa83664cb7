"""Read `curriculum/modules.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.curriculum.bands import years_of
from course.curriculum.model import Module
from course.norms.model import Audience
from course.reading.fields import Reading, remedy_for_unknown
from course.reading.told import told
from course.scenario.model import BANDS

if TYPE_CHECKING:
    from course.reading.fields import Fields
    from course.reading.findings import Problem


def read_modules(text: str, file: str) -> tuple[dict[str, Module], tuple[Problem, ...]]:
    """Read the modules by id in the order of the file, with every problem in line order."""
    reading = Reading(file, text)
    reading.top.only("modules")
    modules = {name: _module(name, fields) for name, fields in reading.top.tables("modules")}
    return modules, reading.in_order()


def _module(name: str, fields: Fields) -> Module:
    fields.only("audience", "bands", "years", "lessons", "quiz", "picture", "nl", "en", "summary")
    bands = _bands(fields)
    return Module(
        id=name,
        words=fields.words(),
        summary=fields.both("summary"),
        audience=_audience(fields),
        bands=bands,
        lessons=fields.texts("lessons"),
        quiz=fields.text("quiz"),
        picture=fields.text("picture"),
        line=fields.reading.toml.line(fields.path),
        years=_years(fields, bands),
    )


def _audience(fields: Fields) -> Audience:
    audience = fields.choice("audience", Audience)
    if audience is Audience.SCHOOL:
        remedy = told('write "pupil", "teacher" for all staff, "leader" or "parent"')
        fields.report(
            "audience", "wrong-audience", told("a module is not for %(audience)s", audience=audience), remedy
        )
    return audience or Audience.PUPIL


def _bands(fields: Fields) -> tuple[str, ...]:
    bands = fields.texts("bands")
    for band in bands:
        if band not in BANDS:
            remedy = remedy_for_unknown(band, BANDS)
            fields.report("bands", "unknown-band", told("unknown band %(band)s", band=band), remedy)
    return bands


def _years(fields: Fields, bands: tuple[str, ...]) -> tuple[str, ...]:
    years = fields.texts("years", optional=True)
    possible = sorted(years_of(bands), key=int)
    for year in years:
        if year not in possible:
            remedy = remedy_for_unknown(year, possible)
            said = told("year %(year)s belongs to none of the bands of this module", year=year)
            fields.report("years", "year-outside-bands", said, remedy)
    return years
