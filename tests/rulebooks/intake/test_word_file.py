import docx
import pytest
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from course.rulebooks.intake.documents import read_document
from course.rulebooks.intake.model import Obstacle, Unreadable
from course.rulebooks.intake.pieces import divide
from course.rulebooks.intake.word_file import MOST_UNPACKED, MOST_XML, read_word
from tests.rulebooks.intake.files import add_point, repacked, saved, with_list, word

DOCUMENT = (
    '<?xml version="1.0"?>{dtd}<w:document '
    + nsdecls("w")
    + "><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
)


def obstacle(content: bytes) -> Obstacle:
    with pytest.raises(Unreadable) as refused:
        read_word(content)
    return refused.value.obstacle


def test_headings_and_numbered_points_come_out_as_word_prints_them():
    document = docx.Document()
    with_list(document, ("decimal", "%1."), ("lowerLetter", "%2)"))
    document.add_heading("Voor leerlingen", level=1)
    add_point(document, "Ik scheld niet.")
    add_point(document, "Ik vraag het eerst:")
    add_point(document, "aan de leraar;", depth=1)
    add_point(document, "aan mijn ouders.", depth=1)
    add_point(document, "Ik pest niet.")
    pieces = divide(read_document(saved(document)))
    assert [(piece.number, piece.words, piece.heading) for piece in pieces][1:] == [
        ("1", "Ik scheld niet.", "Voor leerlingen"),
        ("2", "Ik vraag het eerst:", "Voor leerlingen"),
        ("a", "aan de leraar;", "Voor leerlingen"),
        ("b", "aan mijn ouders.", "Voor leerlingen"),
        ("3", "Ik pest niet.", "Voor leerlingen"),
    ]


def test_tracked_changes_are_read_as_they_would_be_accepted():
    document = docx.Document()
    paragraph = document.add_paragraph("Telefoons zijn ")._p
    deleted = f"<w:del {nsdecls('w')}><w:r><w:delText>aan</w:delText></w:r></w:del>"
    inserted = f"<w:ins {nsdecls('w')}><w:r><w:t>uit.</w:t></w:r></w:ins>"
    paragraph.append(parse_xml(deleted))
    paragraph.append(parse_xml(inserted))
    assert read_word(saved(document)).strip() == "Telefoons zijn uit."


def test_a_row_of_a_table_is_a_line_and_a_full_cell_keeps_its_paragraphs():
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "1", "Ik scheld niet."
    table.cell(1, 0).text = "2"
    table.cell(1, 1).text = "Ik pest niet."
    table.cell(1, 1).add_paragraph("Ik help.")
    assert [line for line in read_word(saved(document)).split("\n") if line] == [
        "1\tIk scheld niet.",
        "2",
        "Ik pest niet.",
        "Ik help.",
    ]


def test_text_in_a_content_control_is_read_and_a_table_of_contents_is_not():
    document = docx.Document()
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Ik scheld niet.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(control))
    document.styles.add_style("toc 1", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Inleiding 3", style="toc 1")
    assert read_word(saved(document)).strip() == "Ik scheld niet."


def test_a_file_that_unpacks_without_end_is_refused_unread():
    bomb = b"<a>" + b" " * (MOST_XML + 1)
    assert obstacle(repacked(word("Ik"), word__document_xml=bomb)) is Obstacle.TOO_LARGE
    assert (
        obstacle(repacked(word("Ik"), word__media__image=b"\x00" * (MOST_UNPACKED + 1))) is Obstacle.TOO_LARGE
    )


def test_entities_are_never_unfolded():
    laughs = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    changed = DOCUMENT.format(dtd=laughs, text="&b;").encode()
    assert obstacle(repacked(word("Ik"), word__document_xml=changed)) is Obstacle.BROKEN
    hidden = DOCUMENT.format(dtd=laughs, text="&b;").replace("?>", ' encoding="utf-16"?>', 1).encode("utf-16")
    try:
        assert "root" not in read_word(repacked(word("Ik"), word__document_xml=hidden))
    except Unreadable:
        return


def test_a_broken_file_is_refused():
    assert obstacle(word("Ik scheld niet.")[:-200]) is Obstacle.BROKEN
    assert obstacle(repacked(word("Ik"), word__document_xml=b"<w:document>")) is Obstacle.BROKEN
    assert obstacle(b"PK\x03\x04 and nothing else") is Obstacle.BROKEN
