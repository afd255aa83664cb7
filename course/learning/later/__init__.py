"""Later-cards: a scene of a completed lesson that comes back after weeks.

Stands on `learning.lesson`, `people` and `store`; never imports Flask.
"""
