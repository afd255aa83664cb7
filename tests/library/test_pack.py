"""A library comes out of its bytes as it went in, and bytes of anybody else's making do nothing at all."""

from __future__ import annotations

import os
import pickle
import subprocess
from dataclasses import is_dataclass
from types import MappingProxyType

import pytest

from course.library import default_content_root, load_library
from course.library.pack import Spoiled, packed, unpacked
from course.norms.model import Audience, Verdict
from tests.library.content_root import write_content


@pytest.fixture(scope="module")
def library():
    return load_library(default_content_root())


def test_a_library_comes_out_as_it_went_in(library, tmp_path):
    again = unpacked(packed(library), tmp_path)
    assert again.root == tmp_path
    assert (again.norms, again.curriculum) == (library.norms, library.curriculum)
    assert (again.lessons, again.quizzes) == (library.lessons, library.quizzes)
    for protocol in library.norms.protocols:
        for act in library.norms.acts:
            assert again.judge(protocol, act, Audience.PUPIL) == library.judge(protocol, act, Audience.PUPIL)


def test_what_comes_out_can_be_changed_as_little_as_what_went_in(library, tmp_path):
    again = unpacked(packed(library), tmp_path)
    lesson = again.lesson("mag-deze-foto")
    for mapping in (again.lessons, again.quizzes, again.norms.acts, lesson.scenes, again.curriculum.modules):
        assert isinstance(mapping, MappingProxyType)
    assert is_dataclass(lesson.start)
    assert lesson.start is next(iter(lesson.scenes.values()))
    assert again.lesson("mag-deze-foto") is lesson


def test_the_same_content_is_the_same_bytes_wherever_it_lies(tmp_path):
    one, other = (load_library(write_content(tmp_path / name)) for name in ("one", "other"))
    assert packed(one) == packed(other)


class Command:
    """What a forger would put in a pickle: reading it calls something."""

    def __init__(self, call, *arguments):
        self.call = call, arguments

    def __reduce__(self):
        return self.call


@pytest.mark.parametrize(
    "call",
    [
        (os.system, "echo forged"),
        (subprocess.check_output, ["true"]),
        (eval, "1"),
        (__import__, "os"),
        (getattr, Verdict, "FINE"),
        (load_library, default_content_root()),
    ],
    ids=lambda call: call[0].__name__,
)
def test_bytes_that_would_call_anything_else_than_the_model_are_refused(call, tmp_path):
    with pytest.raises(Spoiled, match="is no part of a library"):
        unpacked(pickle.dumps(Command(*call)), tmp_path)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\0" * 50,
        pickle.dumps(None),
        pickle.dumps((1, 2)),
        pickle.dumps((1, 2, 3, 4)),
        pickle.dumps(Command(Verdict, "no verdict")),
    ],
)
def test_bytes_that_are_no_library_are_refused(raw, tmp_path):
    with pytest.raises(Spoiled):
        unpacked(raw, tmp_path)


def test_half_a_library_is_refused(library, tmp_path):
    raw = packed(library)
    for size in (1, len(raw) // 2, len(raw) - 1):
        with pytest.raises(Spoiled):
            unpacked(raw[:size], tmp_path)
