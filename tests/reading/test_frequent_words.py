import pytest

from course.reading.frequent_words import FILE, KNOWN, is_rare, ranks


@pytest.mark.parametrize(
    "word", ["foto", "Foto", "foto’s", "klasgenoot", "schoolreisje", "groepsapp", "zíjn", "gemaakt"]
)
def test_what_is_often_met_bent_put_together_or_stressed_is_not_rare(word):
    assert not is_rare(word, "po-7-8")


@pytest.mark.parametrize("word", ["kluit", "beteuterd", "omineus"])
def test_what_is_seldom_met_is_rare(word):
    assert is_rare(word, "po-7-8")


def test_older_readers_know_more():
    words = [word for word, rank in ranks().items() if rank > KNOWN["po-3-4"]][:2_000]
    counts = [sum(is_rare(word, band) for word in words) for band in KNOWN]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1] == 0


def test_the_list_ships_with_its_licence_and_its_source():
    assert "Attribution-ShareAlike 4.0" in (FILE.parent / "LICENSE").read_text(encoding="utf-8")
    assert "wordfreq" in (FILE.parent / "README.md").read_text(encoding="utf-8")
