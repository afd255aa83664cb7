"""A protocol being written: a log of operations that is only ever added to, and the draft that its replay gives.

`model`, `operations`, `applying`, `history` and `tree` are pure; `drafting` keeps drafts in the store.
"""
