"""From the tree of a whole lesson to its title, its introduction and its scenes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from course.reading.findings import did_you_mean, nearest
from course.reading.markdown import Node, anchor, first_line, inline_of, words
from course.reading.told import told
from course.scenario.blocks import aside_of, read_pieces
from course.scenario.choices import is_choices, merged, read_choices
from course.scenario.condition_reader import pairs_in, read_attribute, read_condition
from course.scenario.conditions import Chose, tests_in
from course.scenario.draft import Draft
from course.scenario.model import Choice, Narration, Picture, Scene, When
from course.scenario.parts import conditions_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from course.scenario.conditions import Condition


MARKS = frozenset(("later", "sad"))
"""What may stand above a scene's heading: it comes back weeks later, or it is an ending that nobody cheers at."""


@dataclass(slots=True)
class _Section:
    heading: Node
    nodes: list[Node] = field(default_factory=list)


def read_scenes(draft: Draft) -> None:
    """Fill the title, the introduction and the scenes; reports double anchors, and scenes without a name."""
    before, sections = _sections(draft)
    _read_introduction(draft, before)
    taken = {anchor(draft.title): "the title"} if draft.title else {}
    for section in sections:
        title = words(inline_of(section.heading).children or [])
        scene_id, line = anchor(title), first_line(section.heading)
        if not scene_id:
            draft.error(
                line,
                "empty-heading",
                told("The scene has no name."),
                told("Write it behind `##`, in letters or figures."),
            )
            continue
        if scene_id in taken:
            remedy = told("Give one of them another name; links would go to the first only.")
            draft.error(
                line,
                "double-anchor",
                told(
                    "“%(title)s” has the anchor `%(scene_id)s` of %(taken)s.",
                    title=title,
                    scene_id=scene_id,
                    taken=taken[scene_id],
                ),
                remedy,
            )
        taken.setdefault(scene_id, f"the scene on line {line}")
        scene = _read_scene(draft, section, scene_id, title)
        draft.scenes.setdefault(scene_id, scene)
    if not draft.scenes:
        draft.error(
            1,
            "no-scenes",
            told("The lesson has no scene."),
            told("Write a heading `## Name of the scene` for each."),
        )


def check_targets(draft: Draft) -> None:
    """Report every choice that leads to no scene, with the nearest name, and every doubled choice."""
    for scene in draft.scenes.values():
        ids: set[str] = set()
        for choice in scene.choices:
            if choice.target and choice.target not in draft.scenes:
                like = nearest(choice.target, draft.scenes)
                remedy = (
                    told("Did you mean `#%(like)s`?", like=like)
                    if like
                    else told("Add a scene with the anchor `%(target)s`.", target=choice.target)
                )
                draft.error(
                    choice.line,
                    "unknown-scene",
                    told("There is no scene `%(target)s`.", target=choice.target),
                    remedy,
                )
            if choice.id in ids:
                message = told(
                    "Two choices of `%(id)s` are called `%(choice)s`.", id=scene.id, choice=choice.id
                )
                remedy = told(
                    "Give both a name of their own: `[…](#%(target)s){id=…}`.", target=choice.target
                )
                draft.error(choice.line, "double-choice", message, remedy)
            ids.add(choice.id)


def check_memory(draft: Draft) -> None:
    """Report every condition that asks for a choice which no scene has, with the nearest name."""
    known = {
        name
        for scene in draft.scenes.values()
        for choice in scene.choices
        for name in (choice.id, f"{scene.id}/{choice.id}")
    }
    asked = (one for scene in draft.scenes.values() for one in tests_in(conditions_of(scene)))
    for test in asked:
        for name in test.names if isinstance(test, Chose) else ():
            if name not in known:
                remedy = did_you_mean(name, known, told("Write the `id=` of a choice, or `scene/choice`."))
                draft.error(
                    test.line, "unknown-choice", told("There is no choice `%(name)s`.", name=name), remedy
                )


def _sections(draft: Draft) -> tuple[_Section | None, list[_Section]]:
    """Cut the lesson at its headings: what stands under the title, and the scenes."""
    before: _Section | None = None
    sections: list[_Section] = []
    for node in Node(draft.tokens).children:
        if node.type == "front_matter":
            continue
        if node.type == "heading" and node.tag == "h2":
            sections.append(_Section(node))
        elif node.type == "heading" and node.tag == "h1" and before is None and not sections:
            before = _Section(node)
        elif node.type == "heading" and node.tag == "h1":
            draft.error(
                first_line(node),
                "second-title",
                told("There is a second title."),
                told("Write scenes with `##`."),
            )
        elif sections or before:
            (sections[-1] if sections else before or _Section(node)).nodes.append(node)
        else:
            remedy = told("Move it below the first heading.")
            draft.error(
                first_line(node),
                "before-title",
                told("This stands above the title and is not shown."),
                remedy,
            )
    return before, sections


def _read_introduction(draft: Draft, section: _Section | None) -> None:
    if section is None:
        remedy = told("Write `# Title of the lesson` above the first scene.")
        draft.error(1, "missing-title", told("The lesson has no title in the text."), remedy)
        draft.title = draft.front.title
        return
    draft.title = words(inline_of(section.heading).children or [])
    line = first_line(section.heading)
    if not anchor(draft.title):
        draft.error(line, "empty-heading", told("The title is empty."), told("Write it behind `#`."))
    elif draft.front.title and draft.front.title != draft.title:
        message = told(
            "The title is “%(title)s” here and “%(of_front)s” in the front matter.",
            title=draft.title,
            of_front=draft.front.title,
        )
        draft.warning(line, "two-titles", message, told("Make them the same."))
    if section.heading.attrs:
        draft.error(
            line,
            "unknown-attribute",
            told("The title takes no attributes."),
            told("Put `{.later}` above a scene's heading."),
        )
    for piece in read_pieces(draft, _without_asides(draft, section.nodes)):
        if isinstance(piece, Narration):
            draft.opening.append(piece)
        elif isinstance(piece, Picture) and draft.cover is None:
            draft.cover = piece
        else:
            remedy = told("Put it in the first scene; the introduction holds words and one picture.")
            draft.error(piece.line, "strange-block", told("The introduction can't show this."), remedy)


def _without_asides(draft: Draft, nodes: Sequence[Node]) -> list[Node]:
    """Keep what a learner is shown of the introduction, and note what only a teacher reads."""
    shown: list[Node] = []
    for node in nodes:
        if talk := aside_of(draft, node):
            draft.talk.append(talk)
        elif note := aside_of(draft, node, "prepare"):
            draft.prepare.append(note)
        else:
            shown.append(node)
    return shown


def _read_scene(draft: Draft, section: _Section, scene_id: str, title: str) -> Scene:
    blocks: list[Node] = []
    choices: list[Choice] = []
    talk: list[Narration] = []
    for node in section.nodes:
        if said := aside_of(draft, node):
            talk.append(said)
        elif is_choices(node):
            choices.extend(read_choices(draft, node))
        elif choices and node.type == "blockquote":
            _loose_explanation(draft, node)
        else:
            blocks.append(node)
            inside = list(_choices_inside(draft, node))
            if choices and not inside:
                _warn_after(draft, node)
            choices.extend(inside)
    heading, line = section.heading, first_line(section.heading)
    marks = _marks(draft, heading)
    pieces = read_pieces(draft, blocks)
    return Scene(
        id=scene_id,
        title=title,
        pieces=tuple(one for one in pieces if not isinstance(one, When) or one.pieces),
        choices=merged(choices),
        later="later" in marks,
        line=line,
        sad="sad" in marks,
        fixed=_is_fixed(draft, heading),
        condition=read_attribute(draft, heading.attrs.get("when"), line),
        talk=tuple(talk),
    )


def _choices_inside(draft: Draft, node: Node, above: Condition = ()) -> Iterator[Choice]:
    """Read the choices in a `when`, which are offered only where it holds; the rest of it is read as pieces are."""
    if node.type != "container_piece" or node.info.split()[:1] != ["when"]:
        return
    unheard = Draft(draft.file, draft.lesson_id, "")
    condition = (*above, *read_condition(unheard, pairs_in(node.info), first_line(node)))
    begun = False
    for inner in node.children:
        if is_choices(inner):
            begun = True
            yield from read_choices(draft, inner, condition)
        elif begun and inner.type == "blockquote":
            _loose_explanation(draft, inner)
        else:
            yield from _choices_inside(draft, inner, condition)


def _loose_explanation(draft: Draft, node: Node) -> None:
    remedy = told("Move it two spaces to the right: `  > …`, under its choice.")
    draft.error(first_line(node), "loose-explanation", told("This explanation belongs to no choice."), remedy)


def _is_fixed(draft: Draft, heading: Node) -> bool:
    order = heading.attrs.get("order")
    if order not in {None, "fixed"}:
        message = told("The order of choices can't be `%(order)s`.", order=order)
        draft.error(first_line(heading), "bad-value", message, told("Write `order=fixed`, or nothing."))
    return order == "fixed"


def _warn_after(draft: Draft, node: Node) -> None:
    remedy = told("Move it above the choices, where it will be shown.")
    message = told("This stands below the choices but is shown above them.")
    draft.warning(first_line(node), "after-choices", message, remedy)


def _marks(draft: Draft, heading: Node) -> frozenset[str]:
    """What a scene is said to be above its heading; reports what no scene can be, with the nearest that one can."""
    classes = str(heading.attrs.get("class", "")).split()
    for name in classes:
        if name not in MARKS:
            remedy = did_you_mean(f"{{.{name}}}", (f"{{.{one}}}" for one in MARKS))
            draft.error(
                first_line(heading),
                "unknown-attribute",
                told("A scene can't be `.%(name)s`.", name=name),
                remedy,
            )
    return frozenset(classes) & MARKS
