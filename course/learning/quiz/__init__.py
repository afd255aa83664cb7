"""Quizzes as one learner does them: attempts, answers, and the pages that an attempt makes.

Stands on `quiz`, `people`, `store` and `learning.progress`; never imports Flask.
"""
