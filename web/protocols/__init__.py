"""A school or a board writes its own rules: from a pasted text to a version that holds from a day on."""

from web.protocols import articles, beginning, finding, particulars, publishing, questions, trying, versions
from web.protocols.area import area

__all__ = [
    "area",
    "articles",
    "beginning",
    "finding",
    "particulars",
    "publishing",
    "questions",
    "trying",
    "versions",
]
