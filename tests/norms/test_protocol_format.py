"""The page that tells a board how to write its protocol says what the reader does."""

import re
import shutil
from pathlib import Path

import pytest

from course.norms.decide import VERDICTS
from course.norms.model import ArticleKind, Asked, Audience, Source, Stance, Sure
from course.norms.read import read_norms
from course.reading.findings import format_problem

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "protocol-format.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0]


def read(tmp_path: Path, text: str):
    shutil.copytree(ROOT / "norms", tmp_path / "norms")
    (tmp_path / "norms" / "protocols" / "de-linde.toml").write_text(text, encoding="utf-8")
    return read_norms(tmp_path)


def test_the_example_is_a_sound_protocol(tmp_path):
    norms, problems = read(tmp_path, EXAMPLE)
    assert problems == ()
    assert norms.protocols["de-linde"].doubt == {Audience.PUPIL: "1.2", Audience.TEACHER: "2.1"}


def test_the_messages_on_the_page_are_those_of_the_reader(tmp_path):
    shown = re.findall(r"^norms/protocols/de-linde\.toml:.*\n    .*$", PAGE, re.MULTILINE)
    broken = EXAMPLE.replace('["pupil"]', '["pupils"]').replace(
        '"required", articles = ["2.1"]', '"required", articles = ["1.3"]'
    )
    _, problems = read(tmp_path, broken)
    assert [format_problem(problem) for problem in problems] == shown


@pytest.mark.parametrize("name", [*Audience, *ArticleKind, *Asked, *Source, *Stance, *Sure])
def test_every_word_that_a_file_may_use_is_on_the_page(name):
    assert f"`{name}`" in PAGE


def test_the_table_of_stances_tells_the_verdicts_of_the_engine():
    rows = re.findall(r"^\| `([a-z-]+)` \| [^|]* \| ([a-z ]+)[^|]*\|$", PAGE, re.MULTILINE)
    told = {stance: said.strip().replace(" ", "-") for stance, said in rows if stance in set(Stance)}
    assert told == {stance.value: verdict.value for stance, verdict in VERDICTS.items()}


def test_the_example_of_what_a_stance_can_say_is_sound(tmp_path):
    more = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[1]
    norms, problems = read(tmp_path, EXAMPLE.partition("[stances]")[0] + more)
    assert problems == ()
    held = norms.protocols["de-linde"]
    assert held.position("pupil-take-photos-at-special-occasion").ask == (Asked.TEACHER, Asked.PERSON)
    assert held.position("express-own-opinion-online", Audience.TEACHER).stance is Stance.DISCOURAGED
