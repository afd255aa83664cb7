"""A fictional board with half a term behind it, made from a seed, so that every page has something to show.

Stands on `people`, `learning` and `goals`; nothing but the command line and the benches imports it.
"""
