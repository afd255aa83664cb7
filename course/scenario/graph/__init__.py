"""A lesson as a graph, told as Mermaid text: Git hosts draw it inside Markdown, and the preview in the browser."""

from course.scenario.graph.mermaid import mermaid

__all__ = ["mermaid"]
