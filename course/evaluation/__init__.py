"""How a school looks back: figures as they stood on a day, answers, decisions and new goals, which never change after."""

from __future__ import annotations
