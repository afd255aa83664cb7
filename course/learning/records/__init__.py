"""What was completed, told by pseudonym to a store of learning records that the board named (xAPI 1.0.3).

Stands on `learning`, `people` and `store`; never imports Flask.
"""
