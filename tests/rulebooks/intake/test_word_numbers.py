import docx
import pytest
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from course.rulebooks.intake.word_numbers import Numbering
from tests.rulebooks.intake.files import add_point, with_list


def labels(document):
    numbering = Numbering(document)
    return [numbering.label(paragraph._p) for paragraph in document.paragraphs]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("decimal", "%1", ["1.", "2.", "3."]),
        ("decimal", "Artikel %1", ["Artikel 1", "Artikel 2", "Artikel 3"]),
        ("upperLetter", "%1.", ["A.", "B.", "C."]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]),
        ("bullet", "\uf0b7", ["-", "-", "-"]),
        ("none", "", ["", "", ""]),
    ],
)
def test_a_list_is_printed_in_its_own_way(form, text, expected):
    document = docx.Document()
    with_list(document, (form, text))
    for _ in range(3):
        add_point(document, "Een regel.")
    assert labels(document) == expected


def test_a_deeper_level_begins_anew_under_each_point():
    document = docx.Document()
    with_list(document, ("decimal", "%1."), ("decimal", "%1.%2"))
    for depth in (0, 1, 1, 0, 1):
        add_point(document, "Een regel.", depth)
    assert labels(document) == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_number_may_come_from_a_style_and_from_the_style_that_this_stands_on():
    document = docx.Document()
    with_list(document, ("decimal", "%1."))
    style = document.styles["Heading 1"]
    place = f'<w:numPr {nsdecls("w")}><w:numId w:val="77"/></w:numPr>'
    style.element.get_or_add_pPr().append(parse_xml(place))
    own = document.styles.add_style("Eigen kop", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = style
    document.add_paragraph("Telefoons", style="Heading 1")
    document.add_paragraph("Foto’s", style="Eigen kop")
    document.add_paragraph("Gewone tekst.")
    assert labels(document) == ["1.", "2.", ""]


def test_letters_and_romans_go_on_past_the_first_row():
    document = docx.Document()
    with_list(document, ("lowerLetter", "%1)"))
    for _ in range(28):
        add_point(document, "Een regel.")
    assert labels(document)[25:] == ["z)", "aa)", "bb)"]
