"""Every document that the program offers is there, and no other file can be asked for by name."""

from __future__ import annotations

import pytest

from course.administration.documents import (
    Document,
    document_as_markdown,
    document_as_word,
    documents_folder,
)
from course.errors import NotFound


def test_what_is_offered_is_what_is_kept() -> None:
    assert {f"{one}.md" for one in Document} == {path.name for path in documents_folder().iterdir()}


@pytest.mark.parametrize("name", Document)
def test_each_has_a_heading_and_becomes_a_word_file(name: Document) -> None:
    assert document_as_markdown(name).startswith("# ")
    assert document_as_word(name).startswith(b"PK")


@pytest.mark.parametrize("name", ["../security", "dpia.md", ""])
def test_no_other_name_leads_to_a_file(name: str) -> None:
    with pytest.raises(NotFound):
        document_as_markdown(name)
