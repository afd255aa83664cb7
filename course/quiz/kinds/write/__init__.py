"""A question that is answered by writing: the writer holds the own text against a list and an example.

Nobody else marks it, so it is never wrong and counts for nothing. The text is no part of the answer unless its writer
wants to keep it.
"""
