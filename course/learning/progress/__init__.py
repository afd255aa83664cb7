"""How far a learner is with every module, kept with the write, and the first page that shows it.

Stands on `people` and `store`; never imports Flask.
"""
