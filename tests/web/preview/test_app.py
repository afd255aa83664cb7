"""`deelwijs preview`: an author plays the lesson from its file, under any protocol, and sees every save."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from course.errors import ContentBroken, NotFound
from tests.web.page import Page
from web.preview import make_preview
from web.preview.desk import Desk

ROOT = Path(__file__).parents[3]
LESSON = "mag-deze-foto"
PATH = f"/lessons/{LESSON}"
HX = {"HX-Request": "true"}


@pytest.fixture
def root(tmp_path):
    for folder in ("norms", "lessons", "quizzes", "curriculum"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


@pytest.fixture
def desk(root):
    return Desk(root, LESSON, "kom-leren")


@pytest.fixture
def client(desk):
    app = make_preview(desk)
    app.config["WTF_CSRF_ENABLED"] = False
    app.testing = True
    return app.test_client()


def save(root, old, new):
    """Save the lesson as an editor does, a moment later."""
    file = root / "lessons" / LESSON / "nl.md"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    later = file.stat().st_mtime + 2
    os.utime(file, (later, later))


def choose(client, choice, hx=True):
    page = Page(client.get(PATH).text)
    data = dict(page.form("/choices").fields) | {"choice": choice}
    return client.post(f"{PATH}/choices", data=data, headers=HX if hx else {})


def verdict(html):
    return next(
        attrs["data-verdict"]
        for _tag, attrs in Page(html).tags
        if "verdict" in attrs.get("class", "").split()
    )


def test_the_front_leads_to_the_lesson(client):
    assert client.get("/", follow_redirects=True).request.path == PATH


def test_a_lesson_is_played_with_htmx_and_without(client):
    assert choose(client, "in-de-bus").status_code == 200
    answer = choose(client, "aya", hx=False)
    assert (answer.status_code, answer.location) == (303, PATH)
    assert choose(client, "voor-ons-alleen").status_code == 200
    page = Page(client.get(PATH).text)
    data = {"step": page.form("/back").value("step"), "to": "0"}
    assert client.post(f"{PATH}/back", data=data).status_code == 303
    data = {"step": str(int(data["step"]) + 1)}
    assert client.post(f"{PATH}/runs", data=data).status_code == 303


def test_every_protocol_can_be_chosen(client, desk):
    said = {}
    for protocol in desk.library.norms.protocols:
        client.get(f"{PATH}?protocol={protocol}")
        answer = choose(client, "in-de-bus")
        said[protocol] = verdict(answer.text)
        page = Page(answer.text)
        client.post(f"{PATH}/back", data={"step": page.form("/back").value("step"), "to": "0"})
    assert said["kom-leren"] == "open"
    assert said["verkruisen"] == "not"


def test_a_save_is_seen_and_the_round_goes_on(client, desk, root):
    choose(client, "in-de-bus")
    edition = desk.edition
    assert "HX-Refresh" not in client.get(f"/lessons/saved?edition={edition}").headers
    save(root, "De bus ruikt naar natte sokken.", "De bus ruikt naar natte hond.")
    assert client.get(f"/lessons/saved?edition={edition}").headers["HX-Refresh"] == "true"
    assert "natte hond" in client.get(PATH).text


def test_a_slip_is_shown_with_its_line_and_remedy(client, desk, root):
    save(root, "(#in-de-bus)", "(#in-de-buss)")
    words = Page(client.get(PATH).text).words
    assert f"lessons/{LESSON}/nl.md:" in words
    assert "in-de-bus" in words


def test_a_file_that_cannot_be_read_leaves_the_last_good_lesson(client, root):
    save(root, "title: De laars van Daan\n", "title: [De laars\n")
    answer = client.get(PATH)
    assert answer.status_code == 200
    assert "MIJN LAAAAARS" in answer.text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("act=ask-the-person-first", "act=ask-the-persn-first"),
        ("## Plons", "## Plons\n\n::: when act=ask-the-persn-first stance=silent\nX\n:::"),
        ("module: mag-deze-foto", "module: mag-deze-foot"),
    ],
)
def test_a_name_that_does_not_exist_is_shown_over_the_last_playable_lesson(client, root, old, new):
    save(root, old, new)
    answer = client.get(PATH)
    page = Page(answer.text)
    assert answer.status_code == 200
    assert f"lessons/{LESSON}/nl.md:" in page.words
    assert "MIJN LAAAAARS" in page.words
    assert "/lessons/saved?edition=" in answer.text
    wrong = "mag-deze-foot" if "foot" in new else "ask-the-persn-first"
    assert wrong in page.words
    save(root, new, old)
    assert wrong not in Page(client.get(PATH).text).words


def test_what_no_lesson_teaches_is_not_shown_beside_this_one(client):
    assert "norms/protocols/" not in Page(client.get(PATH).text).words


def test_the_scene_where_the_author_stands_may_be_renamed(client, root):
    choose(client, "in-de-bus")
    file = root / "lessons" / LESSON / "nl.md"
    text = (
        file.read_text(encoding="utf-8")
        .replace("## In de bus", "## In de trein")
        .replace("#in-de-bus", "#in-de-trein")
    )
    file.write_text(text, encoding="utf-8")
    os.utime(file, (file.stat().st_mtime + 2,) * 2)
    assert client.get(PATH).status_code == 200


@pytest.mark.parametrize("path", ["/lessons/nergens", "/nowhere", f"/pictures/lessons/{LESSON}/none.svg"])
def test_what_is_not_there_is_told(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("way", ["choices", "back", "runs"])
@pytest.mark.parametrize(
    "data", [{}, {"step": "x", "to": "y", "choice": "z"}, {"step": "9", "to": "9", "choice": "z"}]
)
def test_a_malformed_form_never_breaks(client, way, data):
    assert client.post(f"{PATH}/{way}", data=data).status_code in {400, 404, 409, 422}


def test_the_pictures_and_the_gallery_are_there(client):
    assert client.get(f"/pictures/lessons/{LESSON}/bos.svg", buffered=True).status_code == 200
    assert client.get("/gallery").status_code == 200


def test_the_pictures_of_a_content_folder_named_from_where_the_author_stands_are_there(root, monkeypatch):
    monkeypatch.chdir(root.parent)
    client = make_preview(Desk(Path(root.name), LESSON, "kom-leren")).test_client()
    assert client.get(f"/pictures/lessons/{LESSON}/bos.svg", buffered=True).status_code == 200


@pytest.mark.parametrize(
    "slip", [("act=ask-the-person-first", "act=ask-the-persn-first"), ("title: ", "title: [")]
)
def test_a_lesson_that_was_never_playable_is_refused_with_its_problems(root, slip):
    save(root, *slip)
    with pytest.raises(ContentBroken) as caught:
        Desk(root, LESSON, "kom-leren")
    assert any(one.file == f"lessons/{LESSON}/nl.md" and one.line > 1 for one in caught.value.problems)


def test_an_unknown_lesson_is_not_found(root):
    with pytest.raises(NotFound):
        Desk(root, "nergens", "kom-leren")


@pytest.mark.parametrize(
    "lesson", sorted(path.name for path in (ROOT / "lessons").iterdir() if (path / "nl.md").exists())
)
def test_every_lesson_can_be_previewed_under_every_protocol(lesson):
    desk = Desk(ROOT, lesson, "compass")
    app = make_preview(desk)
    app.testing = True
    client = app.test_client()
    for protocol in desk.library.norms.protocols:
        assert client.get(f"/lessons/{lesson}?protocol={protocol}").status_code == 200


def test_what_to_look_at_is_said_in_dutch(root, desk, client):
    save(root, "(#in-de-bus)", "(#in-de-buss)")
    page = client.get(PATH).text
    assert "Deze scène is er niet: `in-de-buss`." in page
    assert "There is no scene" not in page


def test_an_author_jumps_to_a_scene_and_plays_on_from_there(client):
    page = Page(client.get(f"{PATH}?scene=aan-de-lijn").text)
    assert "Milan laat de remix horen" in page.words
    assert ("choice", "zes") in page.form("/choices").buttons
    assert client.get(f"{PATH}?scene=nergens").status_code == 200
    assert "Milan laat de remix horen" in Page(client.get(PATH).text).words


def test_the_teachers_page_has_every_scene_with_verdicts_and_what_to_talk_about(client, root):
    save(root, "## In de bus\n", "::: teacher\nWie beslist hier?\n:::\n\n## In de bus\n")
    assert "Wie beslist hier?" not in Page(client.get(PATH).text).words
    answer = client.get(f"{PATH}/talk?protocol=verkruisen")
    words = Page(answer.text).words
    assert answer.status_code == 200
    assert "Wie beslist hier?" in words
    assert "Aan de lijn" in words
    assert "Mag niet" in words
    assert client.get("/lessons/nergens/talk").status_code == 404
