"""Rosters: from a file that a school exports to what is new, changed, moved and gone, and to the database."""
