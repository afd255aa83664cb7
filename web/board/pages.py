"""What the officer's page is given: a board's report with the cells drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from web.heat import Heats

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.norms.model import Protocol
    from course.reports.views import BoardPage, SchoolRow
    from web.heat import Heat


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """One school of the board."""

    row: SchoolRow
    protocol: str
    """Its name; the id where the content no longer has it."""
    cells: tuple[Heat | None, ...]
    staff_cells: tuple[Heat | None, ...]


@dataclass(frozen=True, slots=True)
class SchoolsView:
    """The board at a glance."""

    page: BoardPage
    lines: tuple[SchoolLine, ...]
    pupils: int
    groups: int
    staff: int
    protocols: int


def schools_view(page: BoardPage, protocols: Mapping[str, Protocol]) -> SchoolsView:
    """Draw the cells of every school, and count the board."""
    heats = Heats()
    return SchoolsView(
        page=page,
        lines=tuple(
            SchoolLine(
                row=one,
                protocol=protocols[one.school.protocol].name
                if one.school.protocol in protocols
                else one.school.protocol,
                cells=heats.row(one.cells),
                staff_cells=heats.row(one.staff_cells),
            )
            for one in page.schools
        ),
        pupils=sum(one.pupils for one in page.schools),
        groups=sum(one.groups for one in page.schools),
        staff=sum(one.staff for one in page.schools),
        protocols=len({one.school.protocol for one in page.schools}),
    )
