"""What an administrator keeps: schools, groups, people with their roles, and never anything of what they learn.

Stands on `enrolment`, `rosters`, `rulebooks`, `people` and `journal`; never imports Flask.
"""
