"""Who there is: board, schools, groups, persons, class sessions, and signing in.

Stands on `store`; never imports Flask or anything of `learning`, `goals` and `reports`.
"""
