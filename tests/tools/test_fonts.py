"""The smaller fonts hold every letter that the course is written in, and pages load the rest only for others."""

from __future__ import annotations

import re

import pytest

from tools.fonts import OURS, ROOT, of, originals

SHEET = (ROOT / "web/static/css/app.css").read_text(encoding="utf-8")
FACE = re.compile(r"@font-face \{.*?@fontsource/(.*?)\"\).*?unicode-range: (.*?); \}", re.DOTALL)
ABROAD = "ığ"
"""Of Turkish names in a lesson."""


def covered(ranges: str) -> set[str]:
    """The characters of a `unicode-range`."""
    found: set[str] = set()
    for one in ranges.split(", "):
        first, _, last = one.removeprefix("U+").partition("-")
        found |= {chr(code) for code in range(int(first, 16), int(last or first, 16) + 1)}
    return found


def test_every_font_stands_whole_and_small_in_the_sheet_the_small_one_last() -> None:
    names = [name for name, _ in FACE.findall(SHEET)]
    fonts = ROOT / "web/static/vendor/@fontsource"
    wholes = sorted(font.relative_to(fonts).as_posix() for font in originals())
    smalls = sorted(of(font).relative_to(fonts).as_posix() for font in originals())
    assert names == [*wholes, *smalls]
    assert all((fonts / name).is_file() for name in names)


def test_the_small_fonts_are_asked_for_what_is_in_them_and_the_whole_ones_for_more() -> None:
    for name, ranges in FACE.findall(SHEET):
        letters = covered(ranges)
        assert letters == set(OURS) if "-dutch-" in name else letters > set(OURS)


def test_the_small_fonts_weigh_a_third_less() -> None:
    assert all(of(font).stat().st_size * 3 < font.stat().st_size * 2.1 for font in originals())


@pytest.mark.parametrize(
    "pattern", ["lessons/**/*.md", "quizzes/**/*.md", "norms/**/*.toml", "web/translations/**/*.po"]
)
def test_the_course_is_written_in_these_letters(pattern: str) -> None:
    for path in ROOT.glob(pattern):
        letters = {one for one in path.read_text(encoding="utf-8") if one < "\u0250" and one >= " "}
        assert letters <= {*OURS, *ABROAD}, path
