from course.rulebooks.intake.lines import NOWHERE, begins_point, goes_on, is_heading, lines_of, width_of


def heading_lines(text):
    lines = lines_of(text)
    said = [line for line in lines if not line.is_blank]
    found = []
    for line in said:
        place = lines.index(line)
        before = lines[place - 1] if place else NOWHERE
        after = lines[place + 1] if place + 1 < len(lines) else NOWHERE
        beyond = next((one for one in lines[place + 1 :] if not one.is_blank), NOWHERE)
        if is_heading(line, before, after, beyond):
            found.append(line.words)
    return found


def test_every_sign_belongs_to_one_line():
    text = "Kop\n\n1. Een\r\n2. Twee"
    assert "".join(line.text for line in lines_of(text)) == text


def test_a_short_line_set_apart_is_a_heading():
    assert heading_lines("Mobiele telefoons\n\nDe telefoon is uit.") == ["Mobiele telefoons"]
    assert heading_lines("Voor leerlingen:\n1. Ik scheld niet.") == ["Voor leerlingen:"]
    assert heading_lines("# Foto’s\nVraag het eerst.") == ["Foto’s"]
    assert heading_lines("A. Voor iedereen\n1. Ik scheld niet.\n2. Ik pest niet.") == ["Voor iedereen"]
    assert heading_lines("Wat mag je delen?\n\nAlleen je eigen foto’s.") == ["Wat mag je delen?"]
    assert heading_lines("3. Sociale media in de klas.\n\nElk kind heeft recht op hulp.") == [
        "Sociale media in de klas."
    ]


def test_a_rule_without_a_stop_is_no_heading():
    assert heading_lines("Ik scheld niet\n\nIk pest niet\n\nIk deel geen wachtwoord") == []
    assert heading_lines("1. Twitter\n2. Facebook\n3. LinkedIn") == []
    assert heading_lines("Vastgesteld op 04-06-2014\n\nDit protocol geldt voor iedereen.") == []


def test_a_number_in_the_middle_of_a_sentence_begins_no_point():
    lines = lines_of("De leerlingen van groep 7 en\n8. Zij mogen mee.\n")
    assert not begins_point(lines[1], lines[0], "3")
    assert begins_point(lines[1], lines[0], "7")


def test_a_line_that_reaches_the_margin_is_gone_on_with():
    long, short = "woord " * 16, "Ik scheld niet"
    lines = lines_of(f"{long}\nInstagram ook.\n{short}\nIk pest niet\n")
    width = width_of(lines)
    assert goes_on(lines[1], lines[0], width)
    assert not goes_on(lines[3], lines[2], width)
