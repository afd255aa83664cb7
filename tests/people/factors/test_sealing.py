from __future__ import annotations

from course.people.factors.sealing import seal, unseal


def test_a_sealed_secret_is_read_with_the_same_key_alone() -> None:
    sealed = seal(b"one key", "JBSWY3DPEHPK3PXP")
    assert "JBSWY3DPEHPK3PXP" not in sealed
    assert unseal(b"one key", sealed) == "JBSWY3DPEHPK3PXP"
    assert unseal(b"another", sealed) is None
    assert len(seal(b"k", "A" * 32)) < 255, "it fits its column"
