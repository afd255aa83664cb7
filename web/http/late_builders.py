"""URL rules that make their way to build an address when the first address is built, not when the application starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkzeug.routing import Rule

if TYPE_CHECKING:
    from collections.abc import Callable


class LateRule(Rule):
    """A rule of Werkzeug whose address builders are compiled on first use.

    Werkzeug compiles two functions for each rule at once: at some three hundred routes that is seven eighths of what
    it takes to build the application, and a worker builds addresses of a few of them in its first minutes.
    """

    def _compile_builder(  # Werkzeug's own signature
        self,
        append_unknown: bool = True,  # noqa: FBT001, FBT002
    ) -> Callable[..., tuple[str, str]]:
        compile_now = super()._compile_builder
        name = "_build_unknown" if append_unknown else "_build"

        def build(rule: LateRule, **values: object) -> tuple[str, str]:
            builder = compile_now(append_unknown).__get__(rule, None)
            setattr(rule, name, builder)
            return builder(**values)

        return build
