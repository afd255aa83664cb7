"""How options with check boxes are read: some are right, others not, and the author marks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.items import first_words, items_of, option_of
from course.quiz.markdown import take_box
from course.reading.markdown import first_line
from course.reading.told import told

if TYPE_CHECKING:
    from course.quiz.kinds.reading import Reading, Written
    from course.quiz.model import Option
    from course.reading.findings import Findings
    from course.reading.markdown import Node

HOW = told("Write each option as `- [ ] …`, the right ones as `- [x] …`.")


def ticked_options(written: Written, kind: Reading) -> tuple[Option, ...]:
    """Read options with check boxes."""
    findings = written.findings
    return tuple(
        option_of(item, findings, right=has_tick(item, findings)) for item in items_of(written, kind)
    )


def has_tick(item: Node, findings: Findings) -> bool:
    """Cut the check box off an item, and tell whether it is ticked; to have none is a problem."""
    inline = first_words(item)
    box = take_box(inline) if inline else " "
    if box is None:
        findings.error(first_line(item), "option-without-box", told("This option has no check box."), HOW)
    return box == "x"
