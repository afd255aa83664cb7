"""What learners do: runs through lessons, attempts at quizzes, progress, later-cards.

Stands on `people`, `store` and the pure half; never imports Flask. Every write is one short transaction.
"""
