import pytest

from course.rulebooks.intake import pdf_file
from course.rulebooks.intake.model import Obstacle, Unreadable
from course.rulebooks.intake.pdf_file import MOST_PAGES, read_pdf
from tests.rulebooks.intake.files import locked_pdf, pdf

RULES = [
    "1. Ik scheld niet en ik pest niet op internet.",
    "2. Ik vraag het eerst aan de leraar of aan mijn ouders.",
]


def obstacle(content: bytes) -> Obstacle:
    with pytest.raises(Unreadable) as refused:
        read_pdf(content)
    return refused.value.obstacle


def test_lines_become_paragraphs_again():
    page = [
        "Sociale media",
        "Medewerkers zetten geen foto’s van leerlingen op hun eigen accounts en pu-",
        "bliceren niets vertrouwelijks. Ouders doen dat ook niet met de foto’s en film-",
        "pjes van school.",
        *RULES,
    ]
    assert read_pdf(pdf(page)) == (
        "Sociale media\n\n"
        "Medewerkers zetten geen foto’s van leerlingen op hun eigen accounts en publiceren niets vertrouwelijks. Ouders "
        "doen dat ook niet met de foto’s en filmpjes van school.\n\n" + "\n".join(RULES)
    )


def test_a_file_that_only_forbids_printing_is_read_and_one_with_a_password_is_not():
    assert read_pdf(locked_pdf(pdf(RULES), "")) == "\n".join(RULES)
    assert obstacle(locked_pdf(pdf(RULES), "geheim")) is Obstacle.ENCRYPTED


def test_pictures_of_pages_are_told_to_be_scanned():
    assert obstacle(pdf([], [])) is Obstacle.SCANNED
    assert obstacle(pdf(["1"], ["2"])) is Obstacle.SCANNED


def test_too_many_pages_are_refused():
    assert obstacle(pdf(*[RULES] * (MOST_PAGES + 1))) is Obstacle.TOO_LONG


def test_a_page_that_unpacks_without_end_is_refused(monkeypatch):
    import zlib

    monkeypatch.setattr(pdf_file, "MOST_UNPACKED", 10_000)
    content = pdf(["x"])
    packed = zlib.compress(b" " * 1_000_000)
    start, end = content.index(b"<< /Length"), content.index(b"endstream")
    bomb = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\n" % (len(packed), packed)
    assert obstacle(content[:start] + bomb + content[end:]) in (Obstacle.TOO_LARGE, Obstacle.BROKEN)


def test_a_broken_file_is_refused():
    assert obstacle(b"%PDF-1.4\nthis is no PDF") is Obstacle.BROKEN
