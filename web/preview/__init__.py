"""A lesson played straight from its file while its author writes: no database, no sign-in, any protocol.

The pages are the learner's own templates; only the routes differ, and they go by the learner's endpoint names.
"""

from web.preview.app import make_preview

__all__ = ["make_preview"]
