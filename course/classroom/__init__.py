"""A lesson in class: the class session that opens the door of a group, and who has come in.

Stands on `people` and `store`; never imports Flask.
"""
