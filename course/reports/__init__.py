"""What leaves a page: one description of each table, from which page, CSV, XLSX, paper and JSON are drawn.

Counts nothing itself: it says in columns what `figures` gave a page, so that a number is the same wherever it is read.
Never imports Flask.
"""
