"""A file is what is in it; a picture is drawn anew, and what can't be kept is refused with what to do."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from course.errors import Invalid
from course.goals import file_kinds
from course.goals.file_kinds import (
    BROKEN,
    EMPTY,
    LARGEST,
    MACROS,
    MIME,
    OTHER_KIND,
    TOO_LARGE,
    FileKind,
    read_file,
)
from tests.goals.files import BODIES, PLACE, a_package, a_pdf, a_picture


@pytest.mark.parametrize(("kind", "known"), [("JPEG", FileKind.JPEG), ("PNG", FileKind.PNG)])
def test_a_picture_keeps_its_dots_and_nothing_of_where_and_when(kind: str, known: FileKind) -> None:
    kept = read_file("IMG_1.heic", a_picture(kind))
    assert (kept.kind, kept.name) == (known, f"IMG_1.{known}")
    assert PLACE.encode() not in kept.content
    with Image.open(io.BytesIO(kept.content)) as picture:
        assert picture.size == (60, 40)
        assert not dict(picture.getexif())
        assert not picture.info.get("comment")
        red, green, _ = picture.convert("RGB").getpixel((5, 5))
        assert red > 150 > green


def test_a_picture_stands_upright_and_is_no_larger_than_it_need_be() -> None:
    with Image.open(io.BytesIO(read_file("x", a_picture(turned=True)).content)) as picture:
        assert picture.size == (40, 60)
    with Image.open(io.BytesIO(read_file("x", a_picture(size=(4000, 1000))).content)) as picture:
        assert picture.size == (LARGEST, 500)


def test_holes_of_a_png_stay_holes() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(io.BytesIO(read_file("x.png", out.getvalue()).content)) as picture:
        assert picture.getpixel((1, 1)) == (0, 0, 0, 0)


@pytest.mark.parametrize("kind", BODIES)
def test_files_of_office_programs_are_known_by_their_parts(kind: str) -> None:
    kept = read_file("brief.zip", a_package(kind))
    assert (kept.kind, kept.name) == (FileKind(kind), f"brief.{kind}")


def test_a_pdf_and_plain_text_are_kept_as_they_are() -> None:
    assert read_file("a.pdf", a_pdf()).kind is FileKind.PDF
    assert read_file("a.md", "Één".encode("cp1252")).content == "Één".encode()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", EMPTY),
        (b"x" * (file_kinds.MOST_SENT + 1), TOO_LARGE),
        (b"x" * (file_kinds.MOST_KEPT + 1), TOO_LARGE),
        (a_picture()[:200], BROKEN),
        (b"%PDF-1.7 nothing", BROKEN),
        (b"PK\x03\x04nothing", BROKEN),
        (a_package("zip"), OTHER_KIND),
        (a_package("docx", "word/vbaProject.bin"), MACROS),
        (b"MZ\x90\x00\x03\x00", OTHER_KIND),
        (b"<!DOCTYPE html><script>", OTHER_KIND),
        (b"<svg xmlns=''>", OTHER_KIND),
        (b"GIF89a\x01\x00", OTHER_KIND),
    ],
)
def test_what_can_not_be_kept_is_refused_with_a_reason(content: bytes, why: str) -> None:
    with pytest.raises(Invalid) as wrong:
        read_file("x.pdf", content)
    assert wrong.value.fields == {"file": why}


def test_a_picture_of_too_many_dots_is_refused_before_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_kinds, "MOST_DOTS", 100)
    with pytest.raises(Invalid) as wrong:
        read_file("x.png", a_picture("PNG"))
    assert wrong.value.fields == {"file": TOO_LARGE}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\foto's\\uitje.txt", "uitje.txt"),
        ('a"b\r\nSet-Cookie: x.txt', "abSet-Cookie x.txt"),
        (".txt", "bestand.txt"),
        ("x" * 200, f"{'x' * 80}.txt"),
        ("bos.exe", "bos.txt"),
    ],
)
def test_a_name_keeps_no_folder_and_ends_in_what_it_is(name: str, kept: str) -> None:
    assert read_file(name, b"Dag.").name == kept


def test_every_kind_has_its_type() -> None:
    assert set(MIME) == set(FileKind)
