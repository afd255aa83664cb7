"""How far a school is with the curriculum goals: the evidence log.

Stands on `people`, `learning` and `store`; never imports Flask.
"""
