"""Modules, curriculum goals and the frameworks they are mapped to, read from `curriculum/`.

Pure. Uses `norms`, `scenario` and `quiz`; never SQLAlchemy or Flask.
"""
