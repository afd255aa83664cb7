"""A library as bytes, and a library from bytes that can hold nothing but a library.

A pickle, because it keeps every kind of value and who is the same as whom; but one whose reader knows the model's own
classes and nothing else. Whoever writes the bytes can therefore say other words than the content, never run a program
(docs/decisions/0010-content-is-compiled.md).
"""

from __future__ import annotations

import io
import pickle
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

from course.curriculum import model as curriculum
from course.library.model import Library
from course.norms import help_lines
from course.norms import model as norms
from course.norms.table import VerdictTable
from course.quiz import model as quiz
from course.reading import words
from course.scenario import conditions, piece
from course.scenario import model as scenario

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

PROTOCOL = 5


class Spoiled(Exception):
    """The bytes are no library of this program."""


def packed(library: Library) -> bytes:
    """Write a library's content; where its files lie is not part of it."""
    written = io.BytesIO()
    _Writer(written, PROTOCOL).dump(
        (library.norms, dict(library.lessons), dict(library.quizzes), library.curriculum)
    )
    return written.getvalue()


def unpacked(raw: bytes, root: Path) -> Library:
    """Read what `packed` wrote as the library of the content root `root`; Spoiled for any other bytes."""
    try:
        read_norms, lessons, quizzes, read_curriculum = _Reader(io.BytesIO(raw)).load()
    except (
        pickle.UnpicklingError,
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
        EOFError,
    ) as error:
        raise Spoiled(str(error)) from error
    if not (isinstance(read_norms, norms.Norms) and isinstance(read_curriculum, curriculum.Curriculum)):
        raise Spoiled("it holds other things than a library does")
    return Library(
        root,
        read_norms,
        VerdictTable(read_norms),
        MappingProxyType(lessons),
        MappingProxyType(quizzes),
        read_curriculum,
    )


def frozen(things: dict[Any, Any]) -> Mapping[Any, Any]:
    """A mapping that nobody changes, which pickle can't write by itself."""
    return MappingProxyType(things)


class _Writer(pickle.Pickler):
    def reducer_override(self, thing: Any) -> Any:
        """Write a dataclass as a call of its class: reading that takes a third of the time of setting its fields."""
        if isinstance(thing, MappingProxyType):
            return frozen, (dict(thing),)
        if is_dataclass(thing) and not isinstance(thing, type):
            return type(thing), tuple(getattr(thing, one.name) for one in fields(thing))
        return NotImplemented


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Give a class of the model by its name; nothing else of this program or of Python is to be had."""
        try:
            return _KNOWN[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a library") from None


def _classes(module: ModuleType) -> dict[tuple[str, str], Callable[..., Any]]:
    return {
        (module.__name__, name): one
        for name, one in vars(module).items()
        if isinstance(one, type)
        and one.__module__ == module.__name__
        and (is_dataclass(one) or issubclass(one, Enum))
    }


_KNOWN: dict[tuple[str, str], Callable[..., Any]] = {
    **_classes(norms),
    **_classes(help_lines),
    **_classes(scenario),
    **_classes(conditions),
    **_classes(piece),
    **_classes(quiz),
    **_classes(curriculum),
    **_classes(words),
    (date.__module__, date.__name__): date,
    (__name__, frozen.__name__): frozen,
}
