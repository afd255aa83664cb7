"""Whence somebody tries to come in, and who came in there before.

A device on which somebody came in carries a mark of that person. Who tries there is not held up by what others try
elsewhere: a flood of wrong secrets never shuts their owner out. A mark lets nobody in; the secret is asked all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

SIZE = 9
"""Bytes of a mark; nobody can make one without the key, and a cookie holds many."""


@dataclass(frozen=True, slots=True)
class Device:
    """What a request tells of where it comes from."""

    address: str = ""
    """A machine's, or of IPv6 its network."""
    browser: str = ""
    """A name by chance, kept in the cookie; another each time where none is kept."""
    marks: frozenset[str] = frozenset()
    """Of who came in here before."""
    sign_in: str = ""
    """Who is in here now, as `actor.hash_of` names it; that sign-in ends with the next."""
    key: bytes = b""
    """Makes marks, and seals what has to be read back: the installation's own."""
    name: str = ""
    """Browser and system, as the own list of sign-ins tells them."""

    def mark_of(self, person_id: int, secret_hash: str) -> str:
        """Make the mark of a person as long as the secret is this one: a new secret takes every mark away."""
        told = f"{person_id} {secret_hash}".encode()
        return blake2b(
            told, key=self.key[: blake2b.MAX_KEY_SIZE], digest_size=SIZE, person=b"device"
        ).hexdigest()

    def knows(self, person_id: int, secret_hash: str) -> bool:
        """Whether this person came in here before, with the present secret."""
        return bool(self.marks) and self.mark_of(person_id, secret_hash) in self.marks


SOMEWHERE = Device()
"""For whoever needs none: tests and the command line."""
