import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import main

pytestmark = pytest.mark.usefixtures("dutch")

CONTENT = Path(__file__).parents[2]
DISCUSSION = "teacher-join-online-discussion-about-school-or-education"
PHOTO = "parent-post-photo-of-other-children-without-asking"
PHONE = "pupil-use-in-lesson-without-permission"
ASKING = """{stance = "ask-first", articles = ["richtlijnen.4"], ask = ["manager", "person"], \
conditions = {nl = "alleen onder werktijd"}, actors = {teacher = {stance = "allowed", articles = ["richtlijnen.4"]}}}"""
OPEN = "teacher-befriend-former-pupil"
PROTOCOLS = {"edu-ley", "verkruisen", "compass", "kom-leren", "cvo-nwf"}


def run(*words: str, content: Path = CONTENT) -> Result:
    return CliRunner().invoke(main, ["--content", str(content), *words])


def told(*words: str):
    result = run(*words, "--json")
    assert result.exit_code == 0
    return json.loads(result.stdout)


def test_a_verdict_is_printed_with_its_article_and_the_law():
    said = run("verdict", "verkruisen", PHOTO).stdout
    for part in ("mag niet (de wet)", "11: Ouders", "Auteurswet art. 19, 20 en 21", "soepeler dan de wet"):
        assert part in said


def test_a_verdict_is_printed_in_english_when_asked():
    said = run("verdict", "kom-leren", DISCUSSION, "--lang", "en").stdout
    assert "Verdict: may" in said
    assert "Staff may join discussions" in said


def test_an_open_verdict_is_followed_by_the_rule_for_who_is_in_doubt():
    said = run("verdict", "verkruisen", OPEN).stdout
    assert "geen antwoord" in said
    assert "leidinggevende. (8)" in said


def test_a_verdict_in_json_holds_both_sources():
    verdict = told("verdict", "verkruisen", PHOTO)
    assert (verdict["protocol"], verdict["act"]) == ("verkruisen", PHOTO)
    assert (verdict["stance"], verdict["decided_by"]) == ("allowed", "forbidden")
    assert (verdict["verdict"], verdict["gap"], verdict["doubt"]) == ("not", "below-law", None)
    assert [set(article) for article in verdict["articles"]] == [{"id", "number", "nl", "en"}]
    assert verdict["law"]["stance"] == "forbidden"
    assert [article["id"] for article in verdict["law"]["articles"]] == ["avg.toestemming", "portretrecht"]
    assert set(verdict["law"]["articles"][0]) == {"id", "reference", "body", "date", "checked", "nl", "en"}


def test_an_open_verdict_in_json_holds_the_rule_for_doubt():
    verdict = told("verdict", "verkruisen", OPEN)
    assert (verdict["verdict"], verdict["stance"], verdict["articles"]) == ("open", "silent", [])
    assert verdict["doubt"]["id"] == "richtlijnen.8"


def test_an_actor_narrows_the_articles():
    act = "share-information-about-others-without-consent"
    verdict = told("verdict", "kom-leren", act, "--actor", "pupil")
    assert [article["id"] for article in verdict["articles"]] == ["leerlingen.2"]


def test_a_verdict_names_its_source():
    by = {name: told("verdict", name, PHONE)["source"] for name in ("verkruisen", "kom-leren")}
    assert set(by.values()) == {"agreement"}
    assert told("verdict", "verkruisen", DISCUSSION)["source"] == "protocol"
    assert told("verdict", "verkruisen", PHOTO)["source"] == "law"


def test_of_several_acts_the_strictest_leads_and_each_is_told():
    said = told("verdict", "kom-leren", DISCUSSION, PHONE, "--actor", "teacher")
    assert (said["act"], said["verdict"]) == (PHONE, "not")
    assert [(one["act"], one["verdict"], one["actor"]) for one in said["acts"]] == [
        (DISCUSSION, "may", "teacher"),
        (PHONE, "not", "teacher"),
    ]
    lines = run("verdict", "kom-leren", DISCUSSION, PHONE).stdout.splitlines()
    assert lines[0] == "Samen: mag niet"


def test_whom_to_ask_and_when_are_told_in_words_and_in_json(tmp_path):
    shutil.copytree(CONTENT / "norms", tmp_path / "norms")
    file = tmp_path / "norms" / "protocols" / "verkruisen.toml"
    text = re.sub(
        f"^{DISCUSSION} = .*$", f"{DISCUSSION} = {ASKING}", file.read_text("utf-8"), flags=re.MULTILINE
    )
    file.write_text(text, encoding="utf-8")
    said = json.loads(run("verdict", "verkruisen", DISCUSSION, "--json", content=tmp_path).stdout)
    assert (said["verdict"], said["ask"]) == ("ask-first", ["manager", "person"])
    assert said["conditions"] == "alleen onder werktijd"
    words = run("verdict", "verkruisen", DISCUSSION, content=tmp_path).stdout
    assert "Vraag het eerst aan: de leidinggevende, wie het aangaat" in words
    assert "Voorwaarde: alleen onder werktijd" in words
    cell = json.loads(run("acts", "--json", content=tmp_path).stdout)[DISCUSSION]["verkruisen"]
    assert (cell["ask"], cell["conditions"]) == (["manager", "person"], "alleen onder werktijd")
    assert cell["actors"] == {"teacher": {"stance": "allowed", "articles": ["richtlijnen.4"]}}


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        (("verdict", "verkruissen", DISCUSSION), "verkruisen"),
        (("verdict", "kom_leren", DISCUSSION), "kom-leren"),
        (("verdict", "compass", "hide-behind-alais"), "hide-behind-alias"),
    ],
)
def test_an_unknown_name_ends_with_code_2_and_the_nearest_name(words, nearest):
    for result in (run(*words), run(*words, "--json")):
        assert result.exit_code == 2
        assert result.stdout == ""
        assert f"bedoel je {nearest}?" in result.stderr


def test_two_unknown_names_are_told_at_once():
    result = run("verdict", "Verkruissen", "hide-behind-alais")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "Onbekend: protocol Verkruissen; bedoel je verkruisen?",
        "Onbekend: handeling hide-behind-alais; bedoel je hide-behind-alias?",
    ]


def test_a_name_like_no_other_is_answered_with_where_to_find_the_names():
    assert run("verdict", "zzz", DISCUSSION).stderr.strip() == (
        "Onbekend: protocol zzz; kies uit compass, cvo-nwf, edu-ley, kom-leren, verkruisen"
    )
    said = run("verdict", "compass", "zzz", "--lang", "en").stderr.strip()
    assert said == "Unknown act: zzz; deelwijs acts lists them"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["acts"], ["protocols", "--json"], ["check", "--hints"]])
def test_a_full_disk_is_told_in_a_line(words):
    program = Path(sys.executable).parent / "deelwijs"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([program, *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "Fout: De uitvoer is niet te schrijven: de schijf is vol.\n"


def test_the_matrix_has_every_act_with_every_protocol_and_the_law():
    matrix = told("acts")
    assert len(matrix) >= 135
    for row in matrix.values():
        assert set(row) == PROTOCOLS | {"law", "agreement", "guidance"}
        for cell in row.values():
            assert (
                {"stance", "articles"} <= set(cell) <= {"stance", "articles", "actors", "ask", "conditions"}
            )
    assert matrix[DISCUSSION]["verkruisen"] == {"stance": "forbidden", "articles": ["richtlijnen.4"]}
    assert matrix[PHOTO]["law"] == {"stance": "forbidden", "articles": ["avg.toestemming", "portretrecht"]}
    assert matrix[OPEN]["compass"] == {"stance": "silent", "articles": []}


def test_the_acts_are_listed_with_their_words():
    assert f"{DISCUSSION}: Een medewerker praat mee" in run("acts").stdout


def test_the_protocols_are_listed_with_their_counts():
    protocols = told("protocols")
    assert {protocol["id"] for protocol in protocols} == PROTOCOLS
    assert sum(protocol["articles"] for protocol in protocols) == 307
    assert sum(protocol["teachable"] for protocol in protocols) == 206
    verkruisen = next(protocol for protocol in protocols if protocol["id"] == "verkruisen")
    assert verkruisen["gaps"][PHOTO] == "below-law"
    assert "kom Leren" in run("protocols").stdout


@pytest.mark.parametrize("words", [("verdict", "compass", DISCUSSION), ("protocols",), ("acts", "--json")])
def test_nothing_is_answered_from_broken_norms_and_every_problem_is_told(tmp_path, words):
    shutil.copytree(CONTENT / "norms", tmp_path / "norms")
    path = tmp_path / "norms" / "protocols" / "compass.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"ask-first"', '"ask"'), encoding="utf-8")
    (tmp_path / "norms" / "law.toml").write_text("[articles]\n", encoding="utf-8")
    result = run(*words, content=tmp_path)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert (
        "norms/law.toml:1: fout [missing-key] het bestand heeft geen stances\n    voeg toe: [stances]"
        in result.stderr
    )
    assert "fout [unknown-stance] onbekend (standpunt): 'ask'\n    kies uit required," in result.stderr


def test_a_copied_protocol_answers_like_the_others(tmp_path):
    shutil.copytree(CONTENT / "norms", tmp_path / "norms")
    folder = tmp_path / "norms" / "protocols"
    copy = (folder / "verkruisen.toml").read_text(encoding="utf-8")
    (folder / "de-linde.toml").write_text(copy.replace('"verkruisen"', '"de-linde"', 1), encoding="utf-8")
    result = run("verdict", "de-linde", DISCUSSION, "--json", content=tmp_path)
    assert json.loads(result.stdout)["verdict"] == "not"
