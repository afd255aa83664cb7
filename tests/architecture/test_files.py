"""What the files promise: nothing of one machine, nothing that a page would load elsewhere, nothing unlocked."""

from __future__ import annotations

import re
import tomllib

import pytest

from course.store.migrations import HEAD
from tests.architecture.sources import is_text, text, tracked, under

TEMPLATES = under("web", suffix=".html")
REGISTRIES = re.compile(
    r"https?://[^\s\"'<>]*(?:pypi\.org|pythonhosted|npmjs|registry|artifactory|nexus|mirror)[^\s\"'<>]*"
    r"|--(?:extra-)?index-url|--find-links|--trusted-host",
)
MACHINES = re.compile(r"(?<![\w./~-])/(?:work|home/\w+|root|Users/\w+|tmp|opt/\w+)/[\w.-]+")
LOCKS = ("requirements.txt", "requirements-dev.txt")
FREE_TO_NAME = {"Makefile", "tests/architecture/test_files.py", "tools/vendor.py"}
"""They speak about registries: which options keep them out of the locks, and where vendored files came from."""


SHARES = {"preview": {"learn"}}
"""It shows a lesson exactly as its learners see it."""
REACHES = re.compile(r"""\b(?:include|import|from|extends)\s+["']([^"'/]+)/""")


def _ours() -> list[str]:
    return [name for name in tracked() if "/vendor/" not in name and is_text(name)]


def test_no_file_names_a_registry_or_a_mirror():
    named = {name: found[0] for name in _ours() if (found := REGISTRIES.search(text(name)))}
    assert {name: what for name, what in named.items() if name not in FREE_TO_NAME} == {}


def test_no_file_knows_one_machine():
    assert {name: found[0] for name in _ours() if (found := MACHINES.search(text(name)))} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_requirement_has_a_hash_and_no_address(lock):
    lines = [line for line in text(lock).splitlines() if line and not line.lstrip().startswith("#")]
    requirements = [at for at, line in enumerate(lines) if not line.startswith(" ")]
    assert len(requirements) > 20
    for at in requirements:
        assert re.match(r"^[a-z0-9][a-z0-9._-]*==[\w.+!-]+(?: ; .+)? \\$", lines[at]), lines[at]
        assert re.match(r"^    --hash=sha256:[0-9a-f]{64}", lines[at + 1]), lines[at]
    assert "://" not in text(lock)


def test_what_is_needed_is_locked():
    project = tomllib.loads(text("pyproject.toml"))["project"]
    extras = project["optional-dependencies"]
    for lock, needs in (
        ("requirements.txt", [*project["dependencies"], *extras["build"]]),
        ("requirements-dev.txt", [*project["dependencies"], *extras["dev"], *extras["build"]]),
    ):
        locked = set(re.findall(r"^([a-z0-9._-]+)==", text(lock), re.MULTILINE))
        names = {re.match(r"[\w-]+", need)[0].lower() for need in needs}
        assert names <= locked, lock


def test_both_locks_agree():
    first, second = (dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", text(lock), re.MULTILINE)) for lock in LOCKS)
    assert {name: second.get(name) for name in first} == first


def test_migrations_are_one_chain():
    """Two that were written side by side with one number would stop every start."""
    versions = [text(name) for name in under("course", suffix=".py") if "/migrations/versions/" in name]
    numbers = sorted(re.search(r'^revision = "(\w+)"', one, re.MULTILINE)[1] for one in versions)
    assert numbers == [f"{number:04}" for number in range(1, len(versions) + 1)]


def test_the_newest_migration_is_the_one_that_the_program_expects():
    versions = [text(name) for name in under("course", suffix=".py") if "/migrations/versions/" in name]
    revisions = {re.search(r'^revision.*= "(\w+)"', version, re.MULTILINE)[1] for version in versions}
    below = {
        found[1] for one in versions if (found := re.search(r'^down_revision.*= "(\w+)"', one, re.MULTILINE))
    }
    assert revisions - below == {HEAD}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_style_or_script_of_its_own(name):
    """The Content-Security-Policy would drop them, silently."""
    html = re.sub(r"\{#.*?#\}", "", text(name), flags=re.DOTALL)
    assert not re.search(
        r"<style|\sstyle\s*=|\son\w+\s*=\s*[\"']|javascript:|hx-on|hx-vals=['\"]js:", html, re.IGNORECASE
    )
    scripts = re.findall(r"<script\b[^>]*>(.*?)</script>", html, re.DOTALL | re.IGNORECASE)
    assert [body for body in scripts if body.strip()] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_asks_the_store_nothing(name):
    assert not re.search(r"\b(the_)?store\b|\bconn\b|\.execute\(|select\(", text(name))


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.rsplit("/", 1)[-1].startswith("_")])
def test_a_fragment_is_a_piece_of_some_page(name):
    """A fragment that no page includes would drift away from it."""
    if name == "web/templates/_layout.html":
        return
    path = name.removeprefix("web/templates/")
    users = [
        one for one in (*TEMPLATES, *under("web", suffix=".py")) if one != name and f'"{path}"' in text(one)
    ]
    assert any(one.endswith(".html") for one in users), "no template includes or imports it"


def test_nothing_is_left_to_do_later():
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    named = {"pyproject.toml", "tests/architecture/test_files.py"}
    ours = [name for name in _ours() if name.endswith((".py", ".js", ".html", ".css", ".toml", ".md"))]
    assert [name for name in ours if marks.search(text(name)) and name not in named] == []


def test_every_decision_has_a_number_of_its_own_and_says_it():
    records = [name for name in tracked() if name.startswith("docs/decisions/")]
    numbers = [name.rsplit("/", 1)[-1][:4] for name in records]
    assert numbers == [f"{number:04}" for number in range(1, len(records) + 1)]
    for name, number in zip(records, numbers, strict=True):
        assert text(name).startswith(f"# {int(number)}. "), name


def test_no_area_reaches_into_the_templates_of_another():
    """What several show alike stands in `_ui`."""
    reached = {
        (name, folder)
        for name in TEMPLATES
        for folder in REACHES.findall(text(name))
        if not folder.startswith("_")
        and folder != (area := name.split("templates/")[1].split("/")[0])
        and folder not in SHARES.get(area, ())
    }
    assert reached == set()


def test_no_route_answers_with_a_template_of_another_area():
    shown = re.compile(r"""["']([a-z_]+)/\w+\.html["']""")
    reached = {
        (name, folder)
        for name in under("web", suffix=".py")
        for folder in shown.findall(text(name))
        if name.split("/")[1] not in {"display", "http"}
        and not folder.startswith("_")
        and folder != name.split("/")[1]
        and folder not in SHARES.get(name.split("/")[1], ())
    }
    assert reached == set()
