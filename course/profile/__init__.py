"""The profile plan of a school: how it wants to show itself, in versions.

Stands on `goals`, `people` and `store`; never imports Flask.
"""
