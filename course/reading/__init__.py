"""One reader for all content: text, front matter, Markdown, TOML, the problems found in them, and editions.

Pure. Knows no lesson, quiz or norm, and never imports Flask or SQLAlchemy.
"""
