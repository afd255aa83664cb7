"""A lesson drawn as a graph: `mermaid` for a Markdown host, `svg` for everybody; no drawing library."""

from course.scenario.graph.drawing import svg
from course.scenario.graph.mermaid import mermaid

__all__ = ["mermaid", "svg"]
