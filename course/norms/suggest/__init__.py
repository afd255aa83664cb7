"""Which acts an article may speak of, and which articles an act: proposed by likeness of words, never decided.

Knows the norms and what people confirmed before; nothing of drafts, pages or databases.
"""
