from course.reading.sentences import length, limits_of, sentences, without_foreign, words


def test_a_block_ends_a_sentence_and_a_dash_is_no_word():
    found = list(sentences("<p>Hij lacht. ‘Echt?’ Ja!</p><p>Daan – stil</p>"))
    assert found == ["Hij lacht.", "‘Echt?", "Ja!", "Daan – stil"]
    assert [length(one) for one in found] == [2, 1, 1, 2]


def test_words_are_bare_of_what_stands_around_them():
    assert words("‘Daan’s foto’s’, 3 keer… 😂 oud-leerling!") == ("Daan’s", "foto’s", "keer", "oud-leerling")


def test_words_of_another_language_are_left_out():
    assert without_foreign('Een <span lang="en">screenshot</span> dus') == "Een  dus"


def test_the_youngest_band_sets_the_limits():
    assert limits_of(("vo-1-2", "po-7-8")) == ("po-7-8", 12, 18)
    assert limits_of(()) is None
