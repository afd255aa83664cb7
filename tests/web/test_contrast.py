"""The colours can be read: every text on every ground that it stands on, by day and by night."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

STYLES = Path(__file__).resolve().parents[2] / "web" / "static" / "css" / "app.css"
TEXT, LARGE_OR_SHAPE = 4.5, 3.0
PAGES = ("paper", "panel", "sunk", "blob")
WASHES = ("sun-wash", "fine-wash", "ask-wash", "no-wash", "open-wash")
NIGHT_BY_DEVICE = ':root:not([data-theme="light"])'
NIGHT_BY_CHOICE = ':root[data-theme="dark"]'

PAIRS = [
    *(("ink", ground, TEXT) for ground in (*PAGES, *WASHES, "rays", "marker", "bubble", "bubble-me", "wall")),
    *(("ink", ground, TEXT) for ground in ("fine-fill",)),
    *(("ink-soft", ground, TEXT) for ground in (*PAGES, "sun-wash")),
    *(("link", ground, TEXT) for ground in (*PAGES, "bubble")),
    *((verdict, ground, TEXT) for verdict in ("fine", "ask", "no", "open") for ground in ("paper", "panel")),
    *((verdict, f"{verdict}-wash", TEXT) for verdict in ("fine", "ask", "no", "open")),
    *(("ink", f"{verdict}-fill", LARGE_OR_SHAPE) for verdict in ("fine", "ask", "no", "open")),
    ("on-accent", "coral", TEXT),
    ("on-accent", "sun", TEXT),
    ("on-bezel", "bezel", TEXT),
    *(("line", ground, LARGE_OR_SHAPE) for ground in (*PAGES, *WASHES, "wall")),
    *(("line-soft", ground, LARGE_OR_SHAPE) for ground in ("paper", "panel")),
]


def _block(selector: str) -> dict[str, str]:
    found = re.search(re.escape(selector) + r" \{([^}]*)\}", STYLES.read_text("utf-8"))
    assert found, selector
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", found[1]))


@cache
def _theme(name: str) -> dict[str, str]:
    return _block(":root") if name == "day" else _block(NIGHT_BY_CHOICE)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["day", "night"])
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_text_stands_out_from_its_ground(theme: str, text: str, ground: str, least: float) -> None:
    colours = _theme(theme)
    ratio = _contrast(colours[text], colours[ground])
    assert ratio >= least, f"{text} on {ground} by {theme}: {ratio:.2f}, wanted {least}"


def test_the_night_is_the_same_by_device_and_by_choice() -> None:
    assert _block(NIGHT_BY_DEVICE) == _block(NIGHT_BY_CHOICE)


def test_the_night_names_every_colour_of_the_day() -> None:
    assert _theme("night").keys() >= _theme("day").keys()


def test_drawings_keep_their_ink_line_by_night() -> None:
    ink = _theme("day")["ink"]
    for ground in ("ground", "ground-b", "ground-c", "drawing"):
        assert _contrast(ink, _theme("night")[ground]) >= LARGE_OR_SHAPE, ground
