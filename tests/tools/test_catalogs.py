"""A wheel that is built from what Git knows holds all that an installation needs, the Dutch interface included."""

from __future__ import annotations

import shutil
from gettext import GNUTranslations
from io import BytesIO
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

from tests.architecture.sources import ROOT, tracked

CATALOG = "web/translations/nl/LC_MESSAGES/messages.mo"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    checkout, made = tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("wheel")
    for name in tracked():
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (checkout / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, checkout / name)
    (path,) = WheelBuilder(str(checkout)).build(directory=str(made), versions=["standard"])
    return ZipFile(path)


def test_the_wheel_speaks_dutch(wheel: ZipFile) -> None:
    catalog = GNUTranslations(BytesIO(wheel.read(CATALOG)))
    assert catalog.gettext("yesterday") == "gisteren"


def test_the_wheel_holds_the_content_and_all_of_the_program(wheel: ZipFile) -> None:
    def place(name: str) -> str:
        return name if name.startswith(("course/", "web/")) else f"course/content/{name}"

    folders = ("course/", "web/", "lessons/", "quizzes/", "norms/", "curriculum/", "docs/templates/")
    wanted = {place(name) for name in tracked() if name.startswith(folders) and (ROOT / name).is_file()}
    assert wanted <= set(wheel.namelist())


def test_the_wheel_holds_nothing_else(wheel: ZipFile) -> None:
    strange = {
        name for name in wheel.namelist() if not name.startswith(("course/", "web/", "cli/", "deelwijs-"))
    }
    assert strange == set()
