"""Tests stand at mirrored paths: who changes a module finds what holds it beside it, under the same name."""

from __future__ import annotations

from tests.architecture.sources import tracked, under

NO_TEST_OF_ITS_OWN = """
cli/demo.py
cli/listening.py
cli/norms_json.py
cli/norms_text.py
cli/reporting.py
course/classroom/sign_in.py
course/classroom/wrong_pictures.py
course/curriculum/read.py
course/curriculum/rules/case.py
course/curriculum/rules/goals.py
course/curriculum/rules/modules.py
course/curriculum/rules/parts.py
course/demo/copies.py
course/demo/plan.py
course/demo/walks.py
course/demo/words.py
course/errors.py
course/figures/boards.py
course/learning/lesson/run_rows.py
course/learning/progress/module_progress.py
course/learning/quiz/attempt.py
course/learning/quiz/attempt_rows.py
course/norms/article_tables.py
course/people/actor.py
course/people/devices.py
course/people/public_password.py
course/people/secrets.py
course/quiz/front_matter.py
course/quiz/markdown.py
course/quiz/question.py
course/quiz/rules/case.py
course/quiz/rules/options.py
course/quiz/rules/references.py
course/reading/fields.py
course/reading/toml_mending.py
course/reading/toml_text.py
course/scenario/attributes.py
course/scenario/blocks.py
course/scenario/choices.py
course/scenario/draft.py
course/scenario/fences.py
course/scenario/front_matter.py
course/scenario/graph/marks.py
course/scenario/leftovers.py
course/scenario/markdown.py
course/scenario/paragraphs.py
course/scenario/pieces/box.py
course/scenario/pieces/call.py
course/scenario/pieces/chat.py
course/scenario/pieces/mail.py
course/scenario/pieces/notification.py
course/scenario/pieces/post.py
course/scenario/pieces/profile.py
course/scenario/pieces/story.py
course/scenario/pieces/time.py
course/scenario/pieces/when.py
course/scenario/rules/acts.py
course/scenario/rules/articles.py
course/scenario/rules/case.py
course/scenario/rules/decisions.py
course/scenario/rules/pictures.py
course/scenario/rules/sentences.py
course/scenario/rules/ways.py
course/scenario/scenes.py
course/store/metadata.py
course/store/migrate.py
course/store/postgresql.py
web/app.py
web/board/attention.py
web/board/views.py
web/director/views.py
web/display/attention.py
web/display/goals.py
web/display/picture_names.py
web/display/states.py
web/display/template_globals.py
web/goals/views.py
web/http/class_links.py
web/http/vary.py
web/preview/desk.py
web/rules/themes.py
web/serving/body.py
web/serving/messages.py
web/serving/parent.py
web/serving/worker.py
web/teacher/views.py
"""
"""Reached through the tests of what stands above them. This list only shrinks: a new module comes with a test."""


def mirror(module: str) -> str:
    """Where the test of a module stands: `course/quiz/draw.py` has `tests/quiz/test_draw.py`."""
    *folders, name = module.removeprefix("course/").split("/")
    return "/".join(("tests", *folders, f"test_{name}"))


def modules() -> list[str]:
    """Every module that says something of its own: no table of contents, no migration, no bare data."""
    found = [name for name in under("course", "web", "cli", suffix=".py") if "/migrations/" not in name]
    data = ("__init__.py", "/tables.py", "/pages.py", "/forms.py", "/model.py")
    return [name for name in found if not name.endswith(data)]


def test_a_new_module_comes_with_a_test_at_its_mirrored_path():
    there = set(tracked())
    alone = {name for name in modules() if mirror(name) not in there}
    assert alone - set(NO_TEST_OF_ITS_OWN.split()) == set()


def test_the_list_only_shrinks():
    there = set(tracked())
    kept = {name for name in modules() if mirror(name) not in there}
    assert set(NO_TEST_OF_ITS_OWN.split()) - kept == set()
