"""Every kind of document that a school may send, made here: read without losing a word, or told why not, in both languages.

Whatever is refused begins no draft, and the name that was typed stays in the form.
"""

from __future__ import annotations

import io
import zipfile
from io import BytesIO

import pytest

from course.rulebooks.intake.documents import MOST_SIGNS
from course.rulebooks.intake.pdf_file import MOST_PAGES
from tests.rulebooks.intake.files import locked_pdf, pdf, repacked, word
from tests.web.page import Page

RULES = ("1. Deel geen foto's van anderen.", "2. Wat je plaatst, blijft van jou: café, § 3.")
PLAIN = "\n".join(RULES)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NAME = "Basisschool De Sterrenkijker"
SAID = {
    "kind": ("Dit soort bestand kunnen we niet lezen", "We can't read this kind of file"),
    "old": ("Dit is een oud Word-bestand", "This is an old Word file"),
    "macros": ("In dit Word-bestand zitten macro’s", "There are macros in this Word file"),
    "large": ("Dit bestand is te groot", "This file is too large"),
    "long": ("Dit is te veel voor de regels van een school", "This is too much for rules of a school"),
    "locked": ("Op dit bestand zit een wachtwoord", "There is a password on this file"),
    "scanned": ("Dit zijn foto’s van bladzijden", "These are pictures of pages"),
    "empty": ("Er staat geen tekst in", "There is no text in it"),
    "broken": ("Dit bestand gaat niet open", "This file does not open"),
    "missing": ("Kies een bestand", "Choose a file"),
}
"""What is told of a document, in Dutch and in English: each obstacle has words of its own."""


def packed(**parts: bytes) -> bytes:
    """A zip with the parts given, __ for the slash."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def locked_word() -> bytes:
    return OLD + b"\x00" * 64 + "EncryptedPackage".encode("utf-16-le")


def locked_zip() -> bytes:
    """A Word file of which the parts are locked, as zip programs lock them."""
    content = bytearray(word(*RULES))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        while start >= 0:
            content[start + place] |= 1
            start = content.find(mark, start + 4)
    return bytes(content)


READ = {
    "regels.txt": PLAIN.encode(),
    "mark.txt": PLAIN.encode("utf-8-sig"),
    "windows.txt": PLAIN.encode("cp1252"),
    "breed.txt": PLAIN.encode("utf-16"),
    "breed-zonder-merk.txt": PLAIN.encode("utf-16-le"),
    "regeleinden.txt": PLAIN.replace("\n", "\r").encode(),
    "regels.docx": word(*RULES),
    "regels.pdf": pdf(RULES),
    "is-een-pdf.docx": pdf(RULES),
    "is-word.txt": word(*RULES),
    "is-tekst.pdf": PLAIN.encode(),
    "zonder-uitgang": word(*RULES),
    "mag-niet-geprint.pdf": locked_pdf(pdf(RULES), ""),
}
REFUSED = {
    "leeg.txt": (b"", "empty"),
    "wit.txt": b" \n\t\n",
    "alleen-tekens.txt": b"--- *** ---",
    "leeg.docx": word(""),
    "bladzijden.pdf": (pdf([], []), "scanned"),
    "nummers.pdf": (pdf(["1"], ["2"]), "scanned"),
    "foto.jpg": (b"\xff\xd8\xff\xe0" + bytes(99), "scanned"),
    "scan.png": (b"\x89PNG\r\n\x1a\n" + bytes(99), "scanned"),
    "op-slot.pdf": (locked_pdf(pdf(RULES), "geheim"), "locked"),
    "op-slot.docx": (locked_word(), "locked"),
    "op-slot-als-zip.docx": (locked_zip(), "locked"),
    "oud.doc": (OLD + b"WordDocument" + bytes(99), "old"),
    "rijk.rtf": (rb"{\rtf1\ansi 1. Deel niets.\par}", "old"),
    "macros.docm": (repacked(word(*RULES), **{"word__vbaProject.bin": b"Sub AutoOpen()"}), "macros"),
    "rekenblad.xlsx": (packed(xl__workbook_xml=b"<workbook/>"), "kind"),
    "libre.odt": (
        packed(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=b"<office/>"),
        "kind",
    ),
    "map.zip": (packed(regels=PLAIN.encode()), "kind"),
    "pagina.html": (b"<!doctype html><ol><li>Deel niets.</ol>", "kind"),
    "programma.exe": (b"MZ\x90\x00\x03" + bytes(99), "kind"),
    "bom.docx": (repacked(word(*RULES), word__media__bom=bytes(61 * 1024 * 1024)), "large"),
    "een-deel.docx": (repacked(word(*RULES), word__styles_xml=b" " * (21 * 1024 * 1024)), "large"),
    "entiteiten.docx": (
        repacked(word(*RULES), word__document_xml=b'<!DOCTYPE a [<!ENTITY a "ha">]><a>&a;</a>'),
        "broken",
    ),
    "lang.txt": (b"woord " * (MOST_SIGNS // 6 + 1), "long"),
    "lang.pdf": (pdf(*([RULES] * (MOST_PAGES + 1))), "long"),
    "kapot.docx": (word(*RULES)[:900], "broken"),
    "kapot.pdf": (b"%PDF-1.7\n1 0 obj <<", "broken"),
    "deel-mist.docx": (packed(word__document_xml=b"<w:document/>"), "broken"),
}


def sent(visitor, name: str, content: bytes):
    data = {"document": (io.BytesIO(content), name), "name": NAME}
    return visitor.client.post("/protocols/new/document", data=data, buffered=True)


@pytest.mark.parametrize("name", READ)
def test_a_document_is_read_whatever_its_name_and_encoding_and_no_word_is_lost(visitor, name):
    answer = sent(visitor.as_director(), name, READ[name])
    assert answer.status_code == 303, Page(answer.text).words
    page = visitor.page(answer.location).words
    for rule in RULES:
        assert rule.partition(" ")[2] in page
    assert NAME in page


@pytest.mark.parametrize("name", REFUSED)
def test_a_document_that_is_refused_is_told_why_in_dutch_and_in_english(visitor, name):
    found = REFUSED[name]
    content, why = found if isinstance(found, tuple) else (found, "empty")
    visitor.as_director()
    for language, told in zip(("nl", "en"), SAID[why], strict=True):
        visitor.post("/language", {"language": language, "next": "/protocols/new"})
        answer = sent(visitor, name, content)
        page = Page(answer.text)
        assert (answer.status_code, told in page.words) == (422, True), page.words[:600]
        others = [
            one
            for key, pair in SAID.items()
            for one in pair
            if key not in {why, "missing"} and one in page.words
        ]
        assert others == []
        assert ("name", NAME) in page.form("/new/document").fields
    visitor.post("/language", {"language": "nl", "next": "/protocols/new"})
    assert not visitor.page("/protocols/").has_form("/put-away")
