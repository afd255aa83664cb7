"""Whom one can turn to at a school: what a school says itself, and where it says nothing, what its protocol does.

Nothing is kept of who looks. Never imports Flask.
"""
