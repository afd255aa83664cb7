import subprocess
import sys
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.rulebooks.intake.documents import MOST_BYTES, MOST_SIGNS, clean, read_document
from course.rulebooks.intake.model import Obstacle, Unreadable
from tests.rulebooks.intake.files import pdf, word

RULE = "Wie foto's maakt, vraagt het eerst: café, ß, §."
DOCUMENTS = {"word": word(RULE, RULE), "pdf": pdf([RULE, RULE])}


def obstacle(content: bytes) -> Obstacle:
    with pytest.raises(Unreadable) as refused:
        read_document(content)
    assert refused.value.fields == {"document": refused.value.obstacle.value}
    return refused.value.obstacle


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_plain_text_is_read_as_it_was_written(encoding):
    assert read_document(RULE.encode(encoding)) == RULE


def test_line_ends_are_made_alike_and_what_cannot_be_seen_goes():
    assert clean("Een\r\ntwee\rdrie\u2028vier\u200b\x07 le\u00adzen") == "Een\ntwee\ndrie\nvier lezen"


def test_a_document_is_known_by_what_is_in_it():
    assert read_document(word(RULE)).strip() == RULE
    assert read_document(pdf([RULE])) == RULE


def test_what_is_no_document_is_refused_in_so_many_words():
    assert obstacle(b"MZ\x90\x00\x03") is Obstacle.UNKNOWN_KIND
    assert obstacle(b"\x89PNG\r\n\x1a\n\x00\x00") is Obstacle.SCANNED
    assert obstacle(b"<!DOCTYPE html><p>Deel niets.</p>") is Obstacle.UNKNOWN_KIND
    assert obstacle(b"{\\rtf1\\ansi Deel niets.}") is Obstacle.OLD_WORD
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    assert obstacle(old + b"WordDocument") is Obstacle.OLD_WORD
    assert obstacle(old + "EncryptedPackage".encode("utf-16-le")) is Obstacle.ENCRYPTED
    assert obstacle(b"") is Obstacle.EMPTY
    assert obstacle(b" \n---\n ") is Obstacle.EMPTY


def test_a_document_of_another_kind_in_the_same_package_is_refused():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert obstacle(out.getvalue()) is Obstacle.UNKNOWN_KIND


def test_what_is_too_large_or_too_long_is_refused_before_it_is_read():
    assert obstacle(b"a" * (MOST_BYTES + 1)) is Obstacle.TOO_LARGE
    assert obstacle(b"a " * MOST_SIGNS) is Obstacle.TOO_LONG


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04"]), st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(start, rest):
    try:
        assert read_document(start + rest).strip()
    except Unreadable:
        return


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(DOCUMENTS)),
    st.integers(0, 10**6),
    st.binary(min_size=1, max_size=4),
)
def test_a_document_damaged_anywhere_is_read_or_refused(kind, place, damage):
    content = DOCUMENTS[kind]
    at = place % len(content)
    try:
        assert read_document(content[:at] + damage + content[at + len(damage) :]).strip()
    except Unreadable:
        return


def test_the_readers_of_word_and_pdf_wait_for_a_document():
    asked = (
        "import sys, course.rulebooks.intake.documents; print({'docx', 'pypdf', 'lxml'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "set()"
