"""Who is in which group: the one gate through which people join, move, leave, change year or go, and figures stay true.

Counters are kept in the transaction of each change: see `counters`, and decision 0018. Stands on `learning`, `people` and
`store`; never imports Flask.
"""
