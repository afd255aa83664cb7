"""All content of one content root, read once, cross-checked, compiled into one file, and immutable.

Pure. Uses `norms`, `scenario`, `quiz` and `curriculum`; never SQLAlchemy or Flask. The readers of Markdown
are imported when content is first read, so that a command that needs none of it starts at once.
"""

from course.library.compiled import compile_library, is_compiled, open_library
from course.library.coverage import coverage
from course.library.load import default_content_root, load_library, read_content
from course.library.model import Library

__all__ = [
    "Library",
    "compile_library",
    "coverage",
    "default_content_root",
    "is_compiled",
    "load_library",
    "open_library",
    "read_content",
]
