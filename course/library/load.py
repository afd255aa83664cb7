"""Read everything under a content root, and check that it fits together."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from course.errors import ContentBroken
from course.library.coverage_audit import check_coverage
from course.library.model import LOCALE, Library
from course.norms.table import VerdictTable
from course.reading.findings import Findings, has_errors
from course.reading.text import NOTES, content_files, read_text
from course.reading.told import told
from course.scenario.model import CAST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.norms.model import Audience, Norms
    from course.quiz.model import Quiz
    from course.reading.findings import Problem
    from course.scenario.model import Lesson

LOCALES = ("nl", "en")


def default_content_root() -> Path:
    """Give the project's own content: the repository's when run from there, else what was installed."""
    package = Path(__file__).resolve().parent.parent
    repository = package.parent
    return repository if (repository / "lessons").is_dir() else package / "content"


def load_library(root: Path) -> Library:
    """Read the content of a root for use; `ContentBroken` with every problem when any of them is an error."""
    library, problems = read_content(root)
    if has_errors(problems):
        raise ContentBroken(problems)
    return library


def read_content(root: Path) -> tuple[Library, tuple[Problem, ...]]:
    """Read and check all content of a root; never raises for what stands in the files.

    A library that comes with an error is only for looking at: names in it may lead nowhere. The problems
    are those of norms, lessons, quizzes and curriculum together, in file and line order. What nobody teaches is
    told of content without errors only: a slip in one act leaves articles untaught.
    """
    from course.curriculum.audit import audit_curriculum
    from course.curriculum.read import read_curriculum
    from course.norms.read import read_norms

    norms, problems = read_norms(root)
    curriculum, found = read_curriculum(root)
    problems += found
    audiences = {one.quiz: one.audience for one in curriculum.modules.values()}
    readers = {lesson: one.audience for one in curriculum.modules.values() for lesson in one.lessons}
    lessons, found = _read_lessons(root, norms, readers)
    problems += found
    quizzes, found = _read_quizzes(root, norms, audiences)
    problems += found
    pictures = _files(root / "lessons")
    problems += audit_curriculum(curriculum, lessons, quizzes, norms, pictures, _there(root))
    library = Library(root, norms, VerdictTable(norms), lessons, quizzes, curriculum)
    if not has_errors(problems):
        problems += check_coverage(library)
    return library, tuple(sorted({*problems}))


def _read_lessons(
    root: Path, norms: Norms, audiences: Mapping[str, Audience]
) -> tuple[Mapping[str, Mapping[str, Lesson]], tuple[Problem, ...]]:
    from course.library.shared_cast import read_shared_cast
    from course.scenario.audit import audit_lesson
    from course.scenario.read import read_lesson
    from course.scenario.translation import audit_translation

    lessons: dict[str, Mapping[str, Lesson]] = {}
    shared, found = read_shared_cast(root)
    problems: list[Problem] = list(found)
    for folder in _folders(root):
        pictures = _files(folder)
        versions: dict[str, Lesson] = {}
        for locale in LOCALES:
            file = f"lessons/{folder.name}/{locale}.md"
            if not (root / file).exists():
                continue
            text = _text(root, file, problems)
            if text is None:
                continue
            lesson, found = read_lesson(text, file, folder.name, shared)
            problems += found
            if lesson:
                versions[locale] = lesson
                problems += audit_lesson(lesson, norms, pictures, audiences.get(folder.name))
        if LOCALE in versions:
            others = (one for locale, one in versions.items() if locale != LOCALE)
            problems += (found for one in others for found in audit_translation(versions[LOCALE], one))
            lessons[folder.name] = MappingProxyType(versions)
        elif not (folder / f"{LOCALE}.md").exists():
            findings = Findings(f"lessons/{folder.name}/{LOCALE}.md")
            findings.error(
                1,
                "no-dutch-lesson",
                told("The lesson has no Dutch text."),
                told("Write %(file)s.", file=findings.file),
            )
            problems += findings.found
    return MappingProxyType(lessons), tuple(problems)


def _read_quizzes(
    root: Path, norms: Norms, audiences: Mapping[str, Audience]
) -> tuple[Mapping[str, Quiz], tuple[Problem, ...]]:
    from course.quiz.audit import audit_quiz
    from course.quiz.read import read_quiz

    quizzes: dict[str, Quiz] = {}
    problems: list[Problem] = []
    pictures = _files(root / "quizzes")
    for name, file in _banks(root).items():
        text = _text(root, file, problems)
        if text is None:
            continue
        quiz, found = read_quiz(text, file, name)
        problems += found
        if quiz:
            quizzes[quiz.id] = quiz
            problems += audit_quiz(quiz, norms, pictures, audiences.get(quiz.id))
    return MappingProxyType(quizzes), tuple(problems)


def _files(folder: Path) -> frozenset[str]:
    """Every file below a folder, as a path relative to it with forward slashes."""
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _there(root: Path) -> Mapping[str, frozenset[str]]:
    """Name the lessons that have a folder and the quizzes that have a file."""
    return {
        "lesson": frozenset(folder.name for folder in _folders(root)),
        "quiz": frozenset(_banks(root)),
    }


def _folders(root: Path, kind: str = "lessons") -> list[Path]:
    """List the folders of lessons, or of question banks, by name; that of the shared cast is none."""
    folders = (path for path in (root / kind).glob("[!.]*") if path.is_dir())
    return sorted(path for path in folders if path.name != CAST)


def _banks(root: Path) -> Mapping[str, str]:
    """Give the file of every question bank by its name: in a folder of its own, or, as once, beside the others."""
    folders = [one.name for one in _folders(root, "quizzes") if (one / f"{LOCALE}.md").exists()]
    files = [one.stem for one in content_files(root / "quizzes", ".md") if one.name not in NOTES]
    found = {name: f"quizzes/{name}.md" for name in files}
    return dict(sorted((found | {name: f"quizzes/{name}/{LOCALE}.md" for name in folders}).items()))


def _text(root: Path, file: str, problems: list[Problem]) -> str | None:
    """Give a file's text; None where there is none to read, which is a problem."""
    findings = Findings(file)
    text = read_text(root, findings)
    if text is not None and not text.strip():
        findings.error(1, "empty-file", told("The file is empty."), told("Write in it, or remove it."))
    problems += findings.found
    return text if text and text.strip() else None
