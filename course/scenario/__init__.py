"""A lesson as a graph: read it from Markdown, check it, walk it, draw it.

Pure: values in, values out. Never imports a store, a browser, or anything above `course.norms`.
"""
