"""Read the framework files of `curriculum/frameworks/`, in the form in which their owners publish them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from course.curriculum.model import FrameworkItem
from course.reading.findings import Findings
from course.reading.foreign import in_our_words
from course.reading.told import told
from course.reading.words import Words

if TYPE_CHECKING:
    from course.reading.findings import Problem

_SLO = ("sector", "code", "level", "text_nl", "uuid", "parent_uuid")
_DIGCOMP = ("level", "code", "label_en", "label_nl")


def read_framework(text: str, file: str) -> tuple[dict[str, FrameworkItem], tuple[Problem, ...]]:
    """Read one CSV file; its columns tell whether it holds SLO's core goals or DigComp."""
    findings = Findings(file)
    reader = csv.DictReader(io.StringIO(text), strict=True)
    rows: list[tuple[int, dict[str, str]]] = []
    try:
        columns = reader.fieldnames or ()
        rows.extend((reader.line_num, {k: v or "" for k, v in row.items() if k}) for row in reader)
    except csv.Error as error:
        findings.error(
            reader.reader.line_num or 1,
            "broken-csv",
            told("The table is broken: %(error)s.", error=in_our_words(str(error))),
            told("Mend this line."),
        )
        return {}, findings.in_order()
    if set(_SLO) <= set(columns):
        items = _slo(rows, findings)
    elif set(_DIGCOMP) <= set(columns):
        items = _digcomp(rows)
    else:
        remedy = told(
            "Give it the columns %(slo)s or %(digcomp)s.", slo=", ".join(_SLO), digcomp=", ".join(_DIGCOMP)
        )
        findings.error(1, "unknown-framework", told("The columns are those of no known framework."), remedy)
        return {}, findings.in_order()
    return _by_reference(items, findings), findings.in_order()


def _slo(rows: list[tuple[int, dict[str, str]]], findings: Findings) -> list[tuple[int, FrameworkItem]]:
    """Make the core goals; their words are Dutch in both languages, for no other text of them has force."""
    by_uuid = {row["uuid"]: f"slo:{row['sector']}:{row['code']}" for _, row in rows}
    for line, row in rows:
        if row["parent_uuid"] and row["parent_uuid"] not in by_uuid:
            message = told("The parent of %(code)s is not in the table.", code=row["code"])
            findings.error(line, "unknown-parent", message, told("Add it, or mend parent_uuid."))
    return [
        (line, FrameworkItem(by_uuid[row["uuid"]], Words(row["text_nl"], row["text_nl"])))
        for line, row in rows
    ]


def _digcomp(rows: list[tuple[int, dict[str, str]]]) -> list[tuple[int, FrameworkItem]]:
    return [
        (line, FrameworkItem(f"digcomp:{row['code']}", Words(row["label_nl"], row["label_en"])))
        for line, row in rows
    ]


def _by_reference(items: list[tuple[int, FrameworkItem]], findings: Findings) -> dict[str, FrameworkItem]:
    known: dict[str, FrameworkItem] = {}
    for line, item in items:
        if item.ref in known:
            message = told("%(ref)s stands here twice.", ref=item.ref)
            findings.error(line, "duplicate-framework-item", message, told("Leave one of them out."))
        known.setdefault(item.ref, item)
    return known
