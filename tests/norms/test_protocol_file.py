from course.norms.read import read_norms
from course.reading.words import Words


def test_an_article_has_the_number_the_section_and_the_words_of_its_document(content):
    path = content / "norms" / "protocols" / "our-school.toml"
    told = 'number = "1"\nheading = {nl = "Voor leerlingen"}\noriginal = "Geen foto’s!"\n'
    path.write_text(path.read_text(encoding="utf-8").replace("teachable", told + "teachable", 1), "utf-8")
    norms, problems = read_norms(content)
    assert problems == ()
    first, second = norms.protocols["our-school"].articles.values()
    assert (first.number, first.original) == ("1", "Geen foto’s!")
    assert first.heading == Words("Voor leerlingen", "")
    assert (second.number, second.heading, second.original) == ("", None, "")


def test_the_english_of_a_schools_own_articles_may_be_left_out_and_is_then_dutch(content):
    path = content / "norms" / "protocols" / "our-school.toml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(one for one in lines if not one.startswith("en = ")), encoding="utf-8")
    norms, problems = read_norms(content)
    assert problems == ()
    article = norms.protocols["our-school"].articles["A.1"]
    assert article.words.for_locale("en") == article.words.nl


def test_a_protocol_may_say_where_its_official_text_stands(content):
    path = content / "norms" / "protocols" / "our-school.toml"
    text = path.read_text(encoding="utf-8")
    assert read_norms(content)[0].protocols["our-school"].official == ""
    path.write_text(f'official = "https://deeik.nl/protocol.pdf"\n{text}', encoding="utf-8")
    norms, problems = read_norms(content)
    assert problems == ()
    assert norms.protocols["our-school"].official == "https://deeik.nl/protocol.pdf"


def test_an_official_address_that_is_none_is_told_with_its_line(content):
    path = content / "norms" / "protocols" / "our-school.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f'official = "javascript:alert(1)"\n{text}', encoding="utf-8")
    norms, problems = read_norms(content)
    assert [(one.code, one.line) for one in problems] == [("bad-address", 1)]
    assert norms.protocols["our-school"].official == ""
