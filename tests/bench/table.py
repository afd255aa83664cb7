"""How figures are printed."""

from collections.abc import Iterable, Sequence


def printed(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table: a name on the left, numbers in columns."""
    first, *others = heads
    print(f"\n\n{title}\n{first:<34}" + "".join(f"{head:>14}" for head in others))
    for name, *figures in rows:
        print(f"{name:<34}" + "".join(f"{_figure(one):>14}" for one in figures))


def _figure(one: object) -> str:
    return f"{one:,.2f}" if isinstance(one, float) else str(one)
