"""The zip of OneRoster."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.rosters.oneroster import read_oneroster

FILES = {
    "orgs": "sourcedId,status,name,type,identifier\ns1,,De Regenjas,school,99ZZ00\nd1,,Bestuur,district,\n",
    "academicSessions": "sourcedId,title,type,startDate,endDate,schoolYear\nt1,2026,schoolYear,2026-08-01,2027-07-31,2027\n",
    "users": (
        "sourcedId,status,enabledUser,role,username,givenName,familyName,email,grades,identifier\n"
        "u1,,true,student,noor,Noor,van Dam,noor@x.example,07,133456785\n"
        "u2,,true,teacher,bram,Bram,de Wit,Bram@school.example,,\n"
        "u3,tobedeleted,true,student,weg,Weg,Weg,,07,\n"
    ),
    "classes": "sourcedId,title,grades,classType\nc1,Groep 7,07,homeroom\nc2,Rekenen,07,scheduled\n",
    "enrollments": "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\ne2,c1,u2,teacher\ne3,c2,u1,student\n",
}


def packed(**replaced: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (FILES | replaced).items():
            if text:
                archive.writestr(f"{name}.csv", text)
    return out.getvalue()


def told(content: bytes) -> str:
    return " ".join(one.message % dict(one.values) for one in read_oneroster(content).problems)


def test_a_school_is_read() -> None:
    roster = read_oneroster(packed()).roster
    assert roster
    assert (roster.school.name, roster.school_year) == ("De Regenjas", 2026)
    assert [(one.given, one.surname, one.year_group, one.groups) for one in roster.pupils] == [
        ("Noor", "van Dam", "7", ("c1",))
    ]
    teacher = roster.staff[0]
    assert (teacher.given, teacher.particle, teacher.surname, teacher.roles) == (
        "Bram",
        "de",
        "Wit",
        ("teacher",),
    )
    assert [one.name for one in roster.groups] == ["Groep 7"]


def test_nothing_of_a_pupil_beyond_the_name_and_the_year_is_kept() -> None:
    assert "133456785" not in repr(read_oneroster(packed()))
    assert "noor@x.example" not in repr(read_oneroster(packed()))


def test_the_roles_of_one_point_two_are_read_too() -> None:
    users = "sourcedId,enabledUser,givenName,familyName\nu1,true,Noor,Dam\nu2,true,Bram,Wit\n"
    roles = "sourcedId,userSourcedId,roleType,role,orgSourcedId\nr1,u1,primary,student,s1\nr2,u2,primary,principal,s1\n"
    roster = read_oneroster(packed(users=users, roles=roles)).roster
    assert roster
    assert roster.staff[0].roles == ("director",)


def test_lessons_are_the_groups_of_a_school_without_home_rooms() -> None:
    roster = read_oneroster(packed(classes="sourcedId,title,classType\nc1,1A,scheduled\n")).roster
    assert roster
    assert [one.name for one in roster.groups] == ["1A"]


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "can't be opened"),
        (packed()[:200], "can't be opened"),
        (packed(users=""), "users.csv"),
        (packed(orgs=FILES["orgs"] + "s2,,De Wolk,school,\n"), "2 schools"),
        (packed(academicSessions="sourcedId,title\n"), "school year"),
        (packed(users=FILES["users"] + "u1,,true,student,n,Noor,Dam,,07,\n"), "same key"),
        (packed(classes="sourcedId,title,classType\nc1,,homeroom\n"), "no name"),
        (packed(classes="sourcedId,title,classType\nc1,A,homeroom\nc1,B,homeroom\n"), "same key"),
        (packed(users="sourcedId,role\nu9,student\n"), "no name"),
    ],
)
def test_a_broken_file_is_refused_with_the_reason(content: bytes, part: str) -> None:
    assert read_oneroster(content).roster is None
    assert part in told(content)


def test_a_zip_that_unpacks_without_end_is_left_alone() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("users", "orgs", "classes", "enrollments"):
            archive.writestr(f"{name}.csv", b"a,b\n" + b"0,0\n" * 6_000_000)
    assert "larger than" in told(out.getvalue()) or "lines" in told(out.getvalue())


def test_a_zip_of_many_files_is_left_alone() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for at in range(60):
            archive.writestr(f"{at}.csv", "")
    assert "files in the zip" in told(out.getvalue())


@settings(max_examples=50)
@given(st.data())
def test_a_damaged_zip_ends_in_a_roster_or_in_words(data: st.DataObject) -> None:
    content = bytearray(packed())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    reading = read_oneroster(bytes(content))
    assert reading.roster or reading.problems
