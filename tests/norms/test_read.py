import shutil
from pathlib import Path

import pytest

from course.norms.model import Audience, Stance
from course.norms.read import read_norms
from course.reading.findings import Severity
from tests.norms.small_content import BROKEN, CONTENT

CASES = sorted(path for path in BROKEN.glob("*/*.toml") if path.parent.name != "sound")


def place_of(case: Path) -> str:
    kind = case.parent.name
    return "norms/protocols/our-school.toml" if kind == "protocol" else f"norms/{kind}.toml"


def test_the_norms_of_the_project_are_sound():
    _, problems = read_norms(CONTENT)
    assert problems == ()


def test_sound_content_gives_all_that_stands_in_it(content):
    norms, problems = read_norms(content)
    assert problems == ()
    protocol = norms.protocols["our-school"]
    assert (protocol.name, protocol.version, str(protocol.adopted)) == ("Onze school", "1", "2024-09-01")
    assert protocol.channels == ("ouderapp",)
    assert protocol.doubt == {Audience.TEACHER: "A.2"}
    assert [contact.role.en for contact in protocol.contacts] == ["Manager"]
    assert [article.line for article in protocol.articles.values()] == [16, 23]
    assert norms.law.position("post-photo-without-asking").stance is Stance.FORBIDDEN


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_broken_file_gets_every_problem_at_once(content, case):
    place = place_of(case)
    shutil.copy(case, content / place)
    _, problems = read_norms(content)
    told = "\n".join(
        f"{p.line}: {p.severity}: {p.code}: {p.message} ({p.remedy})" for p in problems if p.file == place
    )
    assert told + "\n" == case.with_suffix(".txt").read_text(encoding="utf-8")


def test_every_problem_of_a_broken_file_stands_at_a_line_that_exists(content):
    for case in CASES:
        shutil.copy(case, content / place_of(case))
    _, problems = read_norms(content)
    for problem in problems:
        lines = (content / problem.file).read_text(encoding="utf-8").split("\n")
        assert 1 <= problem.line <= len(lines)


def test_what_is_sound_in_a_broken_file_still_counts(content):
    shutil.copy(BROKEN / "protocol" / "many-syntax-errors.toml", content / "norms/protocols/our-school.toml")
    norms, _ = read_norms(content)
    protocol = norms.protocols["our-school"]
    assert protocol.articles["A.2"].words.en == "When in doubt, ask your manager."
    assert protocol.articles["A.1"].audience == (Audience.PUPIL, Audience.TEACHER)


def test_a_copied_protocol_is_picked_up_with_no_other_change(content):
    copy = (BROKEN / "sound" / "protocol.toml").read_text(encoding="utf-8").replace("our-school", "the-other")
    (content / "norms" / "protocols" / "the-other.toml").write_text(copy, encoding="utf-8")
    norms, problems = read_norms(content)
    assert problems == ()
    assert list(norms.protocols) == ["our-school", "the-other"]
    assert norms.protocols["the-other"].position("ask-the-person-first").stance is Stance.REQUIRED


@pytest.mark.parametrize("protocol", ["compass", "cvo-nwf", "edu-ley", "kom-leren", "verkruisen"])
def test_a_copy_of_any_real_protocol_is_sound_under_its_own_id(tmp_path, protocol):
    shutil.copytree(CONTENT / "norms", tmp_path / "norms")
    original = (tmp_path / "norms" / "protocols" / f"{protocol}.toml").read_text(encoding="utf-8")
    copy = original.replace(f'id = "{protocol}"', 'id = "sterrenboom"', 1)
    (tmp_path / "norms" / "protocols" / "sterrenboom.toml").write_text(copy, encoding="utf-8")
    norms, problems = read_norms(tmp_path)
    assert problems == ()
    assert norms.protocols["sterrenboom"].stands == norms.protocols[protocol].stands


@pytest.mark.parametrize("name", ["law", "agreement", "guidance", "Our School", "our_school"])
def test_a_file_name_that_cannot_be_an_id_is_refused(content, name):
    copy = (BROKEN / "sound" / "protocol.toml").read_text(encoding="utf-8").replace("our-school", name)
    (content / "norms" / "protocols" / f"{name}.toml").write_text(copy, encoding="utf-8")
    _, problems = read_norms(content)
    assert [problem.code for problem in problems] == ["bad-id"]


def test_the_name_that_the_law_has_is_said_to_be_taken(content):
    copy = (BROKEN / "sound" / "protocol.toml").read_text(encoding="utf-8").replace("our-school", "law")
    (content / "norms" / "protocols" / "law.toml").write_text(copy, encoding="utf-8")
    (problem,) = read_norms(content)[1]
    assert problem.message == "the id law is taken: it stands for the law beside the protocols"
    assert "our-school.toml" in problem.remedy


@pytest.mark.parametrize("file", ["norms/acts.toml", "norms/law.toml"])
def test_a_missing_file_is_one_problem_and_not_hundreds(content, file):
    (content / file).unlink()
    _, problems = read_norms(content)
    assert [(problem.file, problem.code) for problem in problems] == [(file, "unreadable-file")]


@pytest.mark.parametrize("name", ["onze-school.toml.txt", "onze-school.TOML", "Onze school.docx"])
def test_a_protocol_whose_name_has_another_ending_is_told_of(content, name):
    (content / "norms" / "protocols" / name).write_text("id = 1", encoding="utf-8")
    _, problems = read_norms(content)
    assert [(one.file, one.severity, one.code) for one in problems] == [
        (f"norms/protocols/{name}", Severity.WARNING, "not-read")
    ]


@pytest.mark.parametrize(
    "name", ["._our-school.toml", ".our-school.toml.swp", "our-school.toml~", "README.md"]
)
def test_what_editors_and_systems_leave_behind_is_passed_over(content, name):
    (content / "norms" / "protocols" / name).write_bytes(b"\x00\x05\x16")
    norms, problems = read_norms(content)
    assert problems == ()
    assert list(norms.protocols) == ["our-school"]


def test_no_protocol_at_all_is_a_problem(content):
    (content / "norms" / "protocols" / "our-school.toml").unlink()
    _, problems = read_norms(content)
    assert [problem.code for problem in problems] == ["no-protocol"]


def test_an_empty_folder_gives_problems_and_no_exception(tmp_path):
    norms, problems = read_norms(tmp_path)
    assert [problem.code for problem in problems] == ["unreadable-file", "unreadable-file", "no-protocol"]
    assert (norms.acts, norms.protocols) == ({}, {})


def test_a_file_in_another_encoding_is_told_with_its_line(content):
    path = content / "norms" / "protocols" / "our-school.toml"
    path.write_bytes(path.read_text(encoding="utf-8").replace("Onze school", "Café").encode("latin-1"))
    _, problems = read_norms(content)
    assert [(problem.line, problem.code) for problem in problems] == [(2, "not-utf-8")]


@pytest.mark.parametrize("file", ["acts.toml", "law.toml", "protocols/our-school.toml"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_file_that_is_no_text_is_one_problem_and_not_hundreds(content, file, encoding):
    path = content / "norms" / file
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    _, problems = read_norms(content)
    assert [(problem.file, problem.code) for problem in problems] == [(f"norms/{file}", "not-text")]


@pytest.mark.parametrize("text", ["", "\n\n", "# nog leeg\n"])
@pytest.mark.parametrize("file", ["acts.toml", "law.toml", "protocols/our-school.toml"])
def test_an_empty_file_is_called_empty_once(content, file, text):
    (content / "norms" / file).write_text(text, encoding="utf-8")
    _, problems = read_norms(content)
    assert [(problem.file, problem.code) for problem in problems] == [(f"norms/{file}", "empty-file")]


def test_a_character_that_no_screen_can_show_is_told_as_its_number(content):
    path = content / "norms" / "protocols" / "our-school.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Onze school", "Onze\x1b[31m school"), encoding="utf-8"
    )
    (problem,) = read_norms(content)[1]
    assert (problem.line, problem.remedy) == (2, "take the character \\x1b out")
    assert problem.message.isprintable()


def test_a_file_saved_on_windows_reads_as_well(content):
    path = content / "norms" / "protocols" / "our-school.toml"
    text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    norms, problems = read_norms(content)
    assert problems == ()
    assert norms.protocols["our-school"].articles["A.1"].line == 16


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "[",
        "]",
        "= 3",
        '"""',
        "a = " + "[" * 5000,
        "n = " + "9" * 5000,
        "[[articles]]\n[articles.x]\n",
        "stances.x.y = 1\nstances = 3\n",
    ],
)
def test_no_content_makes_the_reader_raise(content, text):
    for file in ("acts.toml", "law.toml", "protocols/our-school.toml"):
        (content / "norms" / file).write_text(text, encoding="utf-8")
    _, problems = read_norms(content)
    assert any(problem.severity is Severity.ERROR for problem in problems)


def test_problems_come_in_file_and_line_order(content):
    for case in CASES:
        shutil.copy(case, content / place_of(case))
    _, problems = read_norms(content)
    assert [(p.file, p.line) for p in problems] == sorted((p.file, p.line) for p in problems)
