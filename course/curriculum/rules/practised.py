"""Rules about what a theme practises: the theme is one of the acts', and what it practises stands in a framework."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.curriculum.read import PRACTISED
from course.reading.findings import offer
from course.reading.told import told

if TYPE_CHECKING:
    from course.curriculum.rules.case import Case


def unknown_theme(case: Case) -> None:
    """See that every theme is one that acts have."""
    themes = case.norms.themes
    for theme, practised in case.curriculum.practised.items():
        if theme not in themes:
            message = told("There is no theme %(theme)s.", theme=theme)
            remedy = told("See norms/acts.toml.%(offer)s", offer=offer(theme, themes))
            case.file(PRACTISED).error(practised.line, "unknown-theme", message, remedy)


def unknown_practised_item(case: Case) -> None:
    """See that what a theme practises stands in a framework."""
    frameworks = case.curriculum.frameworks
    for practised in case.curriculum.practised.values():
        for reference in practised.items:
            if reference not in frameworks:
                near = offer(reference, frameworks)
                remedy = told(
                    "Write it as slo:po:24A or digcomp:2.2; see curriculum/frameworks/.%(near)s", near=near
                )
                message = told("No framework has %(reference)s.", reference=reference)
                case.file(PRACTISED).error(practised.line, "unknown-framework-item", message, remedy)
