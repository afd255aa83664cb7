"""Lessons as one learner walks them: runs, moves, and the page that a run makes.

Stands on `scenario`, `people`, `store` and `learning.progress`; never imports Flask.
"""
