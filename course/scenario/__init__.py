"""A lesson as a graph of scenes: read it, check it, walk it, draw it.

Pure: Markdown text and values in, values out. Uses `norms` and markdown-it-py; never SQLAlchemy or Flask.
"""
