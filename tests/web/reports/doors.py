"""The doors of reports: who may read one, and take it along; the annual report too."""

from __future__ import annotations

TABLE = """
    director.annual          GET      - - - - d - -
    reports.group            GET      - - t c - - -
    reports.take_group       POST     - - t c - - -
    reports.school           GET      - - - - d - -
    reports.take_school      POST     - - - - d - -
    reports.staff            GET      - - - - d - -
    reports.take_staff       POST     - - - - d - -
    reports.board            GET      - - - - - o -
    reports.take_board       POST     - - - - - o -
    director.trend           GET      - - - - d - -
    board.trend              GET      - - - - - o -
    board.trend_of_school    GET      - - - - - o -
    reports.trend            GET      - - - - d - -
    reports.take_trend       POST     - - - - d - -
    reports.board_trend_page GET      - - - - - o -
    reports.take_board_trend POST     - - - - - o -
    reports.rules            GET      - - - - d - -
    reports.take_rules       POST     - - - - d - -
    reports.whole_school     GET      - - - - d o a
    reports.ask_whole_school POST     - - - - d o a
    reports.take_whole_school POST    - - - - d o a reports.whole_school
    reports.drop_whole_school POST    - - - - d o a reports.whole_school
    reports.protocols        GET      - - - - - o -
    reports.take_protocols   POST     - - - - - o -
"""
