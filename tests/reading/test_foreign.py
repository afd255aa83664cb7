"""What others' readers say of a file is told in words that can be said in Dutch."""

from __future__ import annotations

import os
import tomllib

import pytest
import yaml

from course.reading.foreign import in_our_words
from web.catalogs import speech

BROKEN_TOML = (
    'a = "x', "a = [1", "a = {b = 1", "a b", "= 1", "a = ", "a = 2024-13-45", 'a = "\\q"', "[a", "[[a]", "a = 1 b = 2",
    "a = 1\na = 2", "[a]\n[a]", 'a = "\x01"', "a = {b = 1, b = 2}", "a = 1\n[a.b]\n", 'a = "\\uZZZZ"', "a.b = 1\n[a]",
)  # fmt: skip
BROKEN_YAML = (
    "a: b: c",
    "a: [1,",
    'a: "x',
    "- a\nb: c",
    "a: *x",
    "a: &",
    "\tq: x",
    "a: {b",
    "a: @x",
    "!x!y z",
    "a: 'x",
)


def faults() -> list[str]:
    said = []
    for text in BROKEN_TOML:
        with pytest.raises(tomllib.TOMLDecodeError) as caught:
            tomllib.loads(text)
        said.append(str(caught.value).partition(" (at ")[0])
    for text in BROKEN_YAML:
        with pytest.raises(yaml.YAMLError) as marked:
            yaml.load(text, yaml.CBaseLoader)
        said.append(str(getattr(marked.value, "problem", "")))
    return [*said, os.strerror(2), os.strerror(13), os.strerror(21), os.strerror(28), ""]


def test_it_stays_what_was_said_in_english_and_is_dutch_in_dutch() -> None:
    for one in faults():
        text = in_our_words(one)
        assert text == (one or "it can't be read")
        assert text.said(speech("nl")) != one


def test_what_is_unheard_of_is_told_as_it_is() -> None:
    assert in_our_words("100% new").said(speech("nl")) == "100% new"
