"""Thin routes of the documents that a board has to have itself, each to take along and fill in."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response
from flask_babel import gettext as _

from course.administration.documents import Document, document_as_markdown, document_as_word
from course.people.roles import Ability
from web.admin.routes import area
from web.http.doors import door
from web.http.hypermedia import shown

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document with what it is for."""

    file: str
    name: str
    purpose: str


@area.get("/documents")
@door(Ability.KEEP_PEOPLE)
def documents() -> Response:
    """List the documents with what each is for."""
    return shown("admin/documents.html", "admin/_documents.html", lines=_lines())


@area.get("/documents/<any(docx, md):form>/<document>")
@door(Ability.KEEP_PEOPLE)
def document(form: str, document: str) -> Response:
    """Give one document, as a Word file or as it is kept."""
    if form == "docx":
        answer = Response(document_as_word(document), mimetype=WORD)
    else:
        answer = Response(document_as_markdown(document), mimetype="text/markdown")
    answer.headers["Content-Disposition"] = f'attachment; filename="deelwijs-{document}.{form}"'
    return answer


def _lines() -> list[DocumentLine]:
    return [
        DocumentLine(
            Document.REGISTER.value,
            _("Register of processing"),
            _(
                "What Deelwijs does with personal data, why and for how long. Every board keeps such a register."
            ),
        ),
        DocumentLine(
            Document.FIELDS.value,
            _("List of personal data"),
            _("Every field that says something about a person. Goes with the register and the DPIA."),
        ),
        DocumentLine(
            Document.IMPACT.value,
            _("DPIA"),
            _(
                "A beginning for the assessment of what could go wrong for children and staff. The board weighs it."
            ),
        ),
        DocumentLine(
            Document.AGREEMENT.value,
            _("Annex to the processing agreement"),
            _(
                "For a school that has somebody else run Deelwijs: the annex to the model of the Dutch schools."
            ),
        ),
        DocumentLine(
            Document.ACCESSIBILITY.value,
            _("Accessibility statement"),
            _("For who has to publish one: what was tested, and what does not comply yet."),
        ),
    ]
