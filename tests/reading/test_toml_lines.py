"""Every table and key is found on its line, for a problem names it."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.reading.toml_lines import entry_lines, key_path, table_lines

TEXT = """\
name = "x"

[articles."A.6"]
nl = "a"
  [ articles . 'B c' ]
en = "b"

[[goals]]
id = 1
[[goals]]
id = 2
inner.deep = 3
"""


def test_tables_are_found_also_those_of_a_list_and_those_with_dots_in_quotes():
    assert table_lines(TEXT) == {
        ("articles", "A.6"): 3, ("articles", "B c"): 5, ("goals",): 8, ("goals", "0"): 8, ("goals", "1"): 10
    }  # fmt: skip


def test_keys_are_found_under_their_tables():
    lines = entry_lines(TEXT)
    assert (lines[("name",)], lines[("articles", "A.6", "nl")], lines[("articles", "B c", "en")]) == (1, 4, 6)
    assert (lines[("goals", "0", "id")], lines[("goals", "1", "id")]) == (9, 11)
    assert lines[("goals", "1", "inner", "deep")] == 12


@pytest.mark.parametrize(
    ("dotted", "path"),
    [("a.b", ("a", "b")), ('a."b.c"', ("a", "b.c")), ("'x y' . z", ("x y", "z")), ("A-1", ("A-1",))],
)
def test_a_dotted_key_is_taken_apart(dotted, path):
    assert key_path(dotted) == path


@given(st.lists(st.from_regex(r"[a-z]{1,5}", fullmatch=True), min_size=1, max_size=8, unique=True))
def test_every_table_that_the_standard_reader_finds_has_a_line(names):
    text = "".join(f"[{name}]\nkey = 1\n" for name in names)
    assert set(tomllib.loads(text)) == {path[0] for path in table_lines(text)}
    assert [entry_lines(text)[(name, "key")] for name in names] == [
        2 * place + 2 for place in range(len(names))
    ]
