"""Change the program in small ways and see whether a test notices: what survives is a hole in the tests.

    python -m tools.mutate --minutes 10 --seed 1 --only course/norms course/people/access.py

Mutants are drawn at random from the pure half and from who may see what, and tried in a copy of the project, each in a fork
of one process that has the libraries loaded already. Only the test at the mirrored path is run, and where it notices nothing
those of its folder, on SQLite.
mutmut and cosmic-ray start a whole test run for each mutant, which takes ten times as long here.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
LONGEST = 240
"""Seconds; a mutant that takes longer goes round for ever, which a test would notice too."""
TESTS = {
    "course/reading": ("tests/reading", "tests/norms"),
    "course/norms": ("tests/norms",),
    "course/scenario": ("tests/scenario",),
    "course/quiz": ("tests/quiz",),
    "course/curriculum": ("tests/curriculum",),
    "course/library": ("tests/library",),
    "course/calendar.py": ("tests/test_calendar.py", "tests/people/test_years.py"),
    "course/people/access.py": ("tests/people/test_access.py",),
    "course/people/roles.py": ("tests/people/test_roles.py", "tests/people/test_access.py"),
    "course/goals/permissions.py": ("tests/goals/test_permissions.py",),
}
"""What is mutated, and which tests must notice."""
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv,
}  # fmt: skip


class Mutator(ast.NodeTransformer):
    """Walks a module and changes the one place that `wanted` names; counts all places where it could."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted, self.places, self.what = wanted, 0, ""

    def _here(self, node: ast.AST, what: str) -> bool:
        self.places += 1
        if self.places - 1 != self.wanted:
            return False
        self.what = f"{getattr(node, 'lineno', 0)}: {what}"
        return True

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.body = [self.visit(one) for one in node.body]
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.body = [self.visit(one) for one in node.body]
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        if ast.unparse(node.test) == "TYPE_CHECKING":
            return node
        self.generic_visit(node)
        if self._here(node.test, f"not ({ast.unparse(node.test)})"):
            node.test = ast.UnaryOp(ast.Not(), node.test)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        other = SWAPS.get(type(node.ops[0]))
        if other and self._here(node, f"{ast.unparse(node)} with {other.__name__}"):
            node.ops[0] = other()
        return node

    def _swap_operator(self, node: ast.BoolOp | ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        other = SWAPS.get(type(node.op))
        if other and self._here(node, f"{ast.unparse(node)} with {other.__name__}"):
            node.op = other()
        return node

    visit_BoolOp = visit_BinOp = _swap_operator  # noqa: N815 - as the base class names them

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if isinstance(node.value, bool) and self._here(node, f"{node.value} turned round"):
            return ast.copy_location(ast.Constant(not node.value), node)
        if type(node.value) is int and self._here(node, f"{node.value} + 1"):
            return ast.copy_location(ast.Constant(node.value + 1), node)
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        self.generic_visit(node)
        if node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None):
            return node
        if self._here(node, f"return None for {ast.unparse(node.value)[:60]}"):
            node.value = ast.Constant(None)
        return node


def modules(only: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every module that is mutated, with its tests."""
    for place, tests in ((place, TESTS[place]) for place in only):
        path = ROOT / place
        for file in [path] if path.suffix else sorted(path.rglob("*.py")):
            yield file.relative_to(ROOT).as_posix(), tests


def is_noticed(copy: Path, tests: tuple[str, ...]) -> bool:
    """Run the tests in a fork, which loads the program anew; a test that fails, or no end, is a notice."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = _run(copy, tests)
        finally:
            os._exit(code)  # whatever happens: this is a copy of the process that owns the folder
    return os.waitpid(child, 0)[1] != 0


def _run(copy: Path, tests: tuple[str, ...]) -> int:
    import pytest

    signal.alarm(LONGEST)
    os.chdir(copy)
    sys.path[0], sys.dont_write_bytecode = str(copy), True
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-k", "not postgres", *tests]))


def mirrored(name: str) -> tuple[str, ...]:
    """Give the test at the mirrored path, which notices most mutants at once; the others are asked only then."""
    path = Path("tests", *Path(name).parts[1:-1], f"test_{Path(name).name}")
    return (path.as_posix(),) if (ROOT / path).is_file() else ()


def copied(to: Path) -> None:
    """Copy the project as Git knows it, with the catalogs that were compiled."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    catalogs = [path.relative_to(ROOT).as_posix() for path in (ROOT / "web/translations").rglob("*.mo")]
    for name in [*listed.stdout.splitlines(), *catalogs]:
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)


def mutants(seed: int, only: list[str]) -> list[tuple[str, tuple[str, ...], int]]:
    """Every mutant that there is, in an order that the seed decides: module, its tests, and which place of it."""
    places = []
    for name, tests in modules(only):
        counter = Mutator()
        counter.visit(ast.parse((ROOT / name).read_text(encoding="utf-8")))
        places += [(name, tests, number) for number in range(counter.places)]
    return random.Random(seed).sample(places, len(places))


def survives(copy: Path, name: str, tests: tuple[str, ...], number: int) -> str | None:
    """Try one mutant; tell what was changed where no test notices it."""
    mutator, source = Mutator(number), (ROOT / name).read_text(encoding="utf-8")
    mutant = ast.fix_missing_locations(mutator.visit(ast.parse(source)))
    (copy / name).write_text(ast.unparse(mutant), encoding="utf-8")
    noticed = any(is_noticed(copy, some) for some in (mirrored(name), tests) if some)
    (copy / name).write_text(source, encoding="utf-8")
    return None if noticed else f"{name}:{mutator.what}"


def main() -> None:
    """Try mutants until the time is up, and print what survived and the score."""
    words = argparse.ArgumentParser()
    words.add_argument("--minutes", type=float, default=10)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--only", nargs="*", default=list(TESTS), choices=list(TESTS), metavar="PLACE")
    asked = words.parse_args()
    os.nice(19)
    for library in ("markdown_it", "pytest", "sqlalchemy", "yaml"):
        importlib.import_module(library)  # once, before the forks
    drawn, noticed = mutants(asked.seed, asked.only), []
    with tempfile.TemporaryDirectory() as folder:
        copied(Path(folder))
        if any(
            is_noticed(Path(folder), tests) for tests in dict.fromkeys(TESTS[place] for place in asked.only)
        ):
            sys.exit("a test fails without any mutant, or never ends: nothing can be told")
        until = time.monotonic() + asked.minutes * 60
        for name, tests, number in drawn:
            if time.monotonic() > until:
                break
            survivor = survives(Path(folder), name, tests, number)
            noticed.append(survivor is None)
            if survivor:
                print(f"survived  {survivor}", flush=True)
    print(f"{sum(noticed)} of {len(noticed)} mutants noticed; there are {len(drawn)}")


if __name__ == "__main__":
    main()
