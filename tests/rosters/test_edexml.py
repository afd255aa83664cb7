"""What is read of the files that ParnasSys and ESIS export, and what is said of broken and hostile ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.rosters.edexml import read_edexml

SAMPLES = Path(__file__).parent / "samples"
EXAMPLE = (SAMPLES / "EDEXML.Voorbeeld.2.1.xml").read_bytes()
OLDER = (SAMPLES / "EDEXML.Voorbeeld.2.0.xml").read_bytes()
BSN = "133456785"


def said(content: bytes) -> str:
    """Everything that a reading tells, as somebody could ever see it."""
    return repr(read_edexml(content))


def messages(content: bytes) -> list[tuple[int, str]]:
    return [(one.line, one.message % dict(one.values)) for one in read_edexml(content).problems]


def a_school(**parts: str) -> bytes:
    """The smallest whole file, with parts of it replaced."""
    values = {
        "year": "2026-2027",
        "groups": '<groep key="7A"><naam>Groep 7</naam><jaargroep>7</jaargroep></groep>',
        "pupils": '<leerling key="1"><roepnaam>Noor</roepnaam><groep key="7A"/></leerling>',
        "staff": "",
        "school": "",
        "head": "",
    } | parts
    staff = f"<leerkrachten>{values['staff']}</leerkrachten>" if values["staff"] else ""
    return (
        f"{values['head']}<EDEX><school><schooljaar>{values['year']}</schooljaar><brincode>99ZZ</brincode>"
        f"{values['school']}</school><groepen>{values['groups']}</groepen>"
        f"<leerlingen>{values['pupils']}</leerlingen>{staff}</EDEX>"
    ).encode()


def test_the_official_example_is_read() -> None:
    roster = read_edexml(EXAMPLE).roster
    assert roster
    assert (roster.school.key, roster.school_year) == ("99ZZ00", 2014)
    assert [(one.given, one.surname, one.year_group) for one in roster.pupils] == [
        ("Wimpie", "imp ie", "4"),
        ("Ismaël", "Assati", "4"),
        ("Gradje", "van 't Hof", "H"),
    ]
    assert roster.pupils[0].groups == ("GRP4B", "sg1", "sg2")
    assert roster.staff[0].particle == "van"


def test_the_example_of_two_point_nought_is_read_by_the_same_schema() -> None:
    reading = read_edexml(OLDER)
    assert reading.roster
    assert reading.roster.staff[0].roles == ("teacher",)
    assert not [one for one in reading.problems if one.is_error]


@pytest.mark.parametrize("value", [BSN, "2731", "2006-06-21", "6971VB", ">MA<"])
def test_nothing_of_what_is_not_needed_comes_out_of_the_file(value: str) -> None:
    assert value in EXAMPLE.decode()
    assert value not in said(EXAMPLE)


def test_a_wrong_number_in_a_field_that_is_not_needed_keeps_nobody_out_and_is_not_told() -> None:
    content = EXAMPLE.replace(BSN.encode(), b"133456785X")
    reading = read_edexml(content)
    assert reading.roster
    assert "133456785X" not in repr(reading)
    assert any("<bsn>" in message for _, message in messages(content))


def test_a_year_that_the_official_list_does_not_have_is_read() -> None:
    roster = read_edexml(a_school()).roster
    assert roster
    assert roster.school_year == 2026


@pytest.mark.parametrize("year", ["2026", "2026-2029", "volgend jaar", ""])
def test_a_year_that_is_none_is_told(year: str) -> None:
    assert read_edexml(a_school(year=year)).roster is None


def test_who_has_no_roepnaam_goes_by_the_first_of_the_given_names() -> None:
    pupil = '<leerling key="1"><achternaam>Dam</achternaam><voornamen>Noor Anna</voornamen></leerling>'
    roster = read_edexml(a_school(pupils=pupil)).roster
    assert roster
    assert roster.pupils[0].given == "Noor"


def test_stray_spaces_around_a_key_are_left_out_and_told() -> None:
    pupil = '<leerling key=" 1 "><roepnaam>Noor</roepnaam><groep key="7A"/></leerling>'
    reading = read_edexml(a_school(pupils=pupil))
    assert reading.roster
    assert reading.roster.pupils[0].key == "1"
    assert any("Spaces" in one.message for one in reading.problems)


def test_keys_that_differ_by_zeros_in_front_are_two_people_with_a_warning() -> None:
    pupils = (
        '<leerling key="1234"><roepnaam>Noor</roepnaam></leerling>\n'
        '<leerling key="001234"><roepnaam>Sam</roepnaam></leerling>'
    )
    reading = read_edexml(a_school(pupils=pupils))
    assert reading.roster
    assert [one.key for one in reading.roster.pupils] == ["1234", "001234"]
    assert any("zeros in front" in one.message for one in reading.problems)


def test_a_key_may_be_used_once_over_both_kinds_of_group() -> None:
    groups = (
        '<groep key="7A"><naam>Groep 7</naam><jaargroep>7</jaargroep></groep>'
        '<samengestelde_groep key="7A "><naam>Plusgroep</naam></samengestelde_groep>'
    )
    assert read_edexml(a_school(groups=groups)).roster is None


def test_a_pupil_of_a_combined_group_takes_the_own_year() -> None:
    groups = '<groep key="C"><naam>Groep 7/8</naam><jaargroep>C</jaargroep></groep>'
    pupils = (
        '<leerling key="1"><roepnaam>Noor</roepnaam><jaargroep>8</jaargroep><groep key="C"/></leerling>'
        '<leerling key="2"><roepnaam>Sam</roepnaam><groep key="C"/></leerling>'
    )
    roster = read_edexml(a_school(groups=groups, pupils=pupils)).roster
    assert roster
    assert [one.year_group for one in roster.pupils] == ["8", ""]


@pytest.mark.parametrize(
    ("codes", "roles"),
    [
        ("LRK", ("teacher",)),
        ("DIR", ("director",)),
        ("IB", ("coach",)),
        ("STA", ()),
        ("OUD", ()),
    ],
)
def test_functions_become_the_roles_that_the_course_knows(codes: str, roles: tuple[str, ...]) -> None:
    staff = f'<leerkracht key="L"><roepnaam>Bram</roepnaam><rol>{codes}</rol></leerkracht>'
    roster = read_edexml(a_school(staff=staff)).roster
    assert roster
    assert roster.staff[0].roles == roles


def test_additions_with_a_type_of_their_own_are_let_through() -> None:
    groups = (
        '<groep key="7A"><naam>Groep 7</naam><jaargroep>7</jaargroep><toevoegingen>'
        '<blok xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="OpmerkingGegevensType">'
        "<code>x</code><opmerking/></blok></toevoegingen></groep>"
    )
    assert read_edexml(a_school(groups=groups)).roster


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "no XML"),
        (b"\xff\xfe\x00", "no XML"),
        (b"PK\x03\x04", "no XML"),
        (b"<EDEX><school>", "no XML"),
        (b"<html/>", "no EDEXML"),
        (a_school(school="<xsdversie>1.03</xsdversie>"), "EDEXML 1"),
        (a_school(head='<!DOCTYPE EDEX [<!ENTITY a "b">]>'), "DOCTYPE"),
        (a_school(head='<!DOCTYPE EDEX SYSTEM "http://192.0.2.1/x.dtd">'), "DOCTYPE"),
        (a_school(pupils=""), "pupil"),
        (
            a_school().replace(b"</school>", b"</school><school><schooljaar>2026-2027</schooljaar></school>"),
            "two schools",
        ),
        (b" " * (65 * 1024 * 1024), "larger than"),
    ],
)
def test_a_broken_or_hostile_file_is_refused_with_the_reason(content: bytes, part: str) -> None:
    assert read_edexml(content).roster is None
    assert any(part in message for _, message in messages(content))


def test_an_entity_that_multiplies_itself_is_never_unfolded() -> None:
    entities = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 9))
    head = f'<!DOCTYPE EDEX [<!ENTITY a0 "lol">{entities}]>'
    pupil = '<leerling key="1"><roepnaam>&a8;</roepnaam></leerling>'
    assert read_edexml(a_school(head=head, pupils=pupil)).roster is None


def test_an_entity_never_opens_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("onthuld")
    head = f'<!DOCTYPE EDEX [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    assert "onthuld" not in said(
        a_school(head=head, pupils='<leerling key="1"><roepnaam>&a;</roepnaam></leerling>')
    )


@given(st.binary(max_size=300))
def test_any_bytes_end_in_words(content: bytes) -> None:
    assert read_edexml(content).problems


@settings(max_examples=60)
@given(st.data())
def test_an_example_with_a_piece_torn_out_ends_in_a_roster_or_in_words(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(EXAMPLE)))
    length = data.draw(st.integers(1, 200))
    reading = read_edexml(EXAMPLE[:start] + EXAMPLE[start + length :])
    assert reading.roster or reading.problems
    assert BSN not in repr(reading)
