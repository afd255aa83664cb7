"""The doors of lessons, for who learns and who teaches."""

from __future__ import annotations

TABLE = """
    learn.home               GET      - p t c d - -
    learn.lesson             GET      - p t c d - -
    learn.choose             POST     - p t c d - - learn.lesson
    learn.back               POST     - p t c d - - learn.lesson
    learn.again              POST     - p t c d - - learn.lesson
    learn.quiz               GET      - p t c d - -
    learn.attempt            POST     - p t c d - - learn.quiz
    learn.answer             POST     - p t c d - - learn.quiz
    learn.later              GET      - p t c d - -
    learn.answer_later       POST     - p t c d - -
    learn.development        GET      - - t c d - -
    learn.certificate        GET      - - t c d - -
    learn.badge              POST     - - t c d - - learn.certificate
    visitor.issuer           GET      n p t c d o a
    visitor.issuer_keys      GET      n p t c d o a
    visitor.issuer_key       GET      n p t c d o a
    learn.learning_points    GET      - - t c d - -
    learn.take_up            POST     - - t c d - -
    learn.change_point       POST     - - t c d - - learn.learning_points
    director.learning_points GET      - - - - d - -
    teacher.groups           GET      - - t c - - -
    teacher.group            GET      - - t c - - -
    teacher.figures          GET      - - t c - - -
    teacher.open_session     POST     - - t - - - -
    teacher.extend_session   POST     - - t - - - - teacher.session
    teacher.close_session    POST     - - t - - - - teacher.group
    teacher.let_try_again    POST     - - t - - - - teacher.group
    teacher.session          GET      - - t - - - -
    teacher.board            GET      - - t - - - -
    teacher.pictures         GET      - - t - - - -
    teacher.login_cards      GET      - - t - - - -
    teacher.renew_pictures   POST     - - t - - - -
    modules.line             GET      - - t c d - -
    modules.guide            GET      - - t c d - -
    modules.sheet            GET      - - t c d - -
    modules.letter           GET      - - t c d - -
    modules.play             GET      - - t c d - -
"""
VALUES = {"point_id": 1, "board_id": 1, "key": "none"}
