from tests.quiz.kinds.questions import key, read

BODY = (
    "{#s kind=sort}\n## Sorteer\n\n- vragen {act=ask}\n- plaatsen {act=post}\n- delen {act=share}\n\n> Zo.\n"
)
RIGHT = {key("vragen"): "may", key("plaatsen"): "not", key("delen"): "ask-first"}


def test_every_item_names_its_act():
    assert [code for _, code in read(BODY.replace(" {act=post}", ""))[1]] == ["item-without-act"]
