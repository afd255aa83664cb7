from __future__ import annotations

import tomllib
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.library import default_content_root
from course.norms.protocol_file import read_protocol
from course.norms.read import read_norms
from course.norms.write import tree_of, write_protocol, write_tree
from course.reading.fields import Reading

NORMS, _ = read_norms(default_content_root())


def read_again(text: str, protocol_id: str):
    reading = Reading(f"norms/protocols/{protocol_id}.toml", text)
    return read_protocol(reading.top, protocol_id, NORMS.acts), reading.found


def without_lines(protocol):
    """Where an article stands in its file is no part of what it says."""
    articles = {one.id: replace(one, line=0) for one in protocol.articles.values()}
    return replace(protocol, articles=MappingProxyType(articles))


@pytest.mark.parametrize("protocol", NORMS.protocols.values(), ids=lambda one: one.id)
def test_what_is_written_reads_back_as_the_same_protocol(protocol):
    again, found = read_again(write_protocol(protocol), protocol.id)
    assert found == []
    assert without_lines(again) == without_lines(protocol)


@pytest.mark.parametrize("protocol", NORMS.protocols.values(), ids=lambda one: one.id)
def test_each_stance_stands_on_a_line_of_its_own(protocol):
    lines = write_protocol(protocol).splitlines()
    assert sum(line.partition(" = {")[0] in NORMS.acts for line in lines) == len(tree_of(protocol)["stances"])


FULL = """
id = "de-eik"
name = "De Eik"
title = "Afspraken"
official = "https://deeik.nl/protocol.pdf"
[[contacts]]
role = {nl = "Intern begeleider"}
audience = ["pupil"]
how = {nl = "Loop binnen."}
[articles."A.6"]
audience = ["pupil", "teacher", "leader", "parent"]
kind = "norm"
number = "6"
heading = {nl = "Foto’s", en = "Photos"}
original = "Vraag \\"toestemming\\"."
nl = "Vraag het eerst."
teachable = true
[stances.post-school-images-with-explicit-consent]
stance = "ask-first"
articles = ["A.6"]
ask = ["parents", "head"]
conditions = {nl = "Alleen besloten."}
actors = {teacher = {stance = "silent"}}
[stances.violate-privacy-of-others.actors]
pupil = {stance = "forbidden", articles = ["A.6"]}
"""


def test_what_a_protocol_says_to_whom_and_when_reads_back_too():
    protocol, found = read_again(FULL, "de-eik")
    assert found == []
    again, _ = read_again(write_protocol(protocol), "de-eik")
    assert without_lines(again) == without_lines(protocol)
    assert tree_of(again) == tree_of(protocol)
    assert tree_of(protocol)["stances"]["post-school-images-with-explicit-consent"]["actors"] == {
        "teacher": {"stance": "silent"}
    }


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


@given(texts, texts, st.dictionaries(texts.filter(bool), texts, max_size=3))
def test_any_text_and_any_id_survives_the_file(name, words, articles):
    tree = {
        "id": name,
        "contacts": [{"role": {"nl": words}}],
        "articles": {one: {"nl": text} for one, text in articles.items()},
    }
    said = tree if articles else {key: value for key, value in tree.items() if key != "articles"}
    assert tomllib.loads(write_tree(tree)) == said
