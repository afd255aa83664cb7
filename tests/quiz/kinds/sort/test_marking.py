from course.quiz.draw import asked
from tests.quiz.builders import at
from tests.quiz.kinds.questions import key, marked, question, refused

BODY = (
    "{#s kind=sort}\n## Sorteer\n\n- vragen {act=ask}\n- plaatsen {act=post}\n- delen {act=share}\n\n> Zo.\n"
)
RIGHT = {key("vragen"): "may", key("plaatsen"): "not", key("delen"): "ask-first"}


def test_items_lie_where_the_school_puts_them():
    assert marked(BODY, RIGHT).right
    assert not marked(BODY, RIGHT | {key("delen"): "may"}).right
    assert refused(BODY, {key("vragen"): "may"}) == "answer-incomplete"


def test_what_is_open_at_a_school_is_not_asked_there():
    assert [one.text for one in asked(question(BODY), at("stil"))] == ["plaatsen"]
