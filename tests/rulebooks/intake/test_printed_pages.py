from course.rulebooks.intake.printed_pages import paragraphs


def test_what_every_page_repeats_goes():
    pages = [
        [
            "Protocol sociale media",
            f"{number}. Regel {word}.",
            f"obs De Brug – versie {number}",
            f"Pagina {number} van 3",
        ]
        for number, word in ((1, "een"), (2, "twee"), (3, "drie"))
    ]
    pages = [[page[0], "Eigen woorden van de pagina staan hier.", *page[1:]] for page in pages]
    told = paragraphs(pages)
    assert "Protocol sociale media" not in told
    assert "Pagina" not in told
    assert "De Brug" not in told
    assert "1. Regel een." in told
    assert "3. Regel drie." in told


def test_a_sentence_goes_on_over_the_page():
    first = ["Medewerkers publiceren geen foto’s van leerlingen zonder toestemming van de", "2"]
    assert paragraphs([["Voorblad van het protocol"], first, ["ouders.", "3"]]).split("\n")[-1] == (
        "Medewerkers publiceren geen foto’s van leerlingen zonder toestemming van de ouders."
    )


def test_a_number_that_is_not_the_page_own_stays():
    assert paragraphs([["112", "is het nummer dat je belt."]]).startswith("112")


def test_nothing_gives_nothing():
    assert paragraphs([]) == ""
    assert paragraphs([[], [""]]) == ""
