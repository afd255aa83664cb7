"""An address as a picture that a phone's camera reads."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=256)
def qr_code(address: str) -> str:
    """Draw an address as SVG; kept, for a digiboard asks again every few seconds."""
    return drawn_once(address)


def drawn_once(address: str) -> str:
    """Draw an address that holds a secret: it is kept nowhere."""
    import segno

    svg: str = segno.make(address, micro=False).svg_inline(omitsize=True, border=2, dark="#000", light="#fff")
    return svg
