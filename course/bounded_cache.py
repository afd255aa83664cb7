"""What was worked out and may be asked again, in bounded room: what nobody asks for any more makes way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Value = TypeVar("Value")


class BoundedCache(Generic[Value]):
    """Values by key, in two generations: when the young one is full it becomes the old one, and the old one goes.

    Whatever is asked for meanwhile moves to the young one, so what is in use stays, and there is no moment at which all
    has to be worked out anew. Threads need no lock: each step is one operation on a dictionary, and two that miss at once
    work out the same.
    """

    __slots__ = ("_full", "_old", "_size", "_young", "_young_size")

    def __init__(self, most: int, size: Callable[[Value], int] = lambda _: 1) -> None:
        """Hold values of at most `most` together, as `size` measures one; each counts as one unless told otherwise."""
        self._full = most // 2
        self._size = size
        self._young: dict[Hashable, Value] = {}
        self._old: dict[Hashable, Value] = {}
        self._young_size = 0

    def __len__(self) -> int:
        return len(self._young) + len(self._old)

    def get(self, key: Hashable) -> Value | None:
        """Give what is kept under a key; None where nothing is."""
        found = self._young.get(key)
        if found is None:
            found = self._old.pop(key, None)
            if found is not None:
                self.put(key, found)
        return found

    def put(self, key: Hashable, value: Value) -> Value:
        """Keep a value, and give it back; one that is larger than half of all room is not kept."""
        size = self._size(value)
        if size > self._full:
            return value
        if self._young_size + size > self._full:
            self._old, self._young, self._young_size = self._young, {}, 0
        self._young[key] = value
        self._young_size += size
        return value
