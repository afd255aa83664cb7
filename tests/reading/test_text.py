import pytest

from course.reading.findings import Findings
from course.reading.text import read_text


def reading(root, raw):
    (root / "les.md").write_bytes(raw)
    findings = Findings("les.md")
    text = read_text(root, findings)
    return text, [(one.line, one.code) for one in findings.found]


def test_a_text_comes_without_the_mark_that_some_editors_put_before_it(tmp_path):
    assert reading(tmp_path, b"\xef\xbb\xbfHoi\n") == ("Hoi\n", [])


def test_a_letter_of_another_encoding_is_told_with_its_line_and_the_rest_is_read(tmp_path):
    assert reading(tmp_path, b"Hoi\nS\xe9m\n") == ("Hoi\nS\ufffdm\n", [(2, "not-utf-8")])


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("Hoi\nSem\n".encode("utf-16"), 1),
        (b"PK\x03\x04\x00\x00", 1),
        (b"\xff\xfe\x00", 1),
        (b"a\nb\nc\0", 3),
        (b"a\n\x07\xe9", 2),
    ],
)
def test_what_is_no_text_is_one_problem_and_read_no_further(tmp_path, raw, line):
    assert reading(tmp_path, raw) == (None, [(line, "not-text")])


def test_a_file_that_is_not_there_is_one_problem(tmp_path):
    findings = Findings("nergens.md")
    assert read_text(tmp_path, findings) is None
    assert [one.code for one in findings.found] == ["unreadable-file"]
