"""The list of personal data beside the templates is what the schema says."""

from __future__ import annotations

from course.privacy.retention import TERMS, Kept
from tools.personal_data import FILE, table_of_fields


def test_the_list_of_personal_data_is_that_of_the_schema() -> None:
    remedy = "write it anew: python -m tools.personal_data"
    assert FILE.read_text(encoding="utf-8") == table_of_fields(), remedy


def test_the_register_names_the_terms_that_hold() -> None:
    text = (FILE.parent / "verwerkingsregister.md").read_text(encoding="utf-8")
    for kind, words in (
        (Kept.PUPILS, "wie van school is {} dagen"),
        (Kept.LESSONS, "lessen {}"),
        (Kept.EVIDENCE, "bewijs {}"),
        (Kept.DRAFTS, "concepten {}"),
        (Kept.REQUESTS, "verzoeken {}"),
    ):
        assert words.format(TERMS[kind].days) in text
