"""Questions: read them, check them, draw them by seed, mark them by the school's own protocol.

Pure: values in, values out. Uses `norms` and markdown-it-py; never SQLAlchemy or Flask.
"""
