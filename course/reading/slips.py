"""Slips that Markdown takes for plain words, as readers of all content look for them."""

from __future__ import annotations

import re

DASH = re.compile("[\u2010-\u2015\u2212]")
"""Everything that looks like a hyphen and is none."""

RAW_HTML = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>|<!--")
"""HTML is off, and would stand on the learner's screen as it is."""
