from course.norms.model import Asked, Audience, Stance
from course.norms.read import read_norms
from course.reading.words import Words


def test_a_stance_holds_towards_everyone_but_those_who_are_treated_otherwise(content):
    path = content / "norms" / "protocols" / "our-school.toml"
    text = path.read_text(encoding="utf-8").partition("[stances]")[0]
    stances = """[stances]
ask-the-person-first = {stance = "required", articles = ["A.1"], actors = {teacher = {stance = "ask-first", \
articles = ["A.2"], ask = ["manager", "person"], conditions = {nl = "alleen in de pauze"}}}}
post-photo-without-asking = {actors = {pupil = {stance = "forbidden", articles = ["A.1"]}}}
""".replace("\\\n", "")
    path.write_text(text + stances, encoding="utf-8")
    norms, problems = read_norms(content)
    assert problems == ()
    protocol = norms.protocols["our-school"]
    assert protocol.position("ask-the-person-first").stance is Stance.REQUIRED
    assert protocol.position("ask-the-person-first", Audience.PUPIL).stance is Stance.REQUIRED
    own = protocol.position("ask-the-person-first", Audience.TEACHER)
    assert (own.stance, own.articles, own.ask) == (
        Stance.ASK_FIRST,
        ("A.2",),
        (Asked.MANAGER, Asked.PERSON),
    )
    assert own.conditions == Words("alleen in de pauze", "")
    assert protocol.position("post-photo-without-asking").stance is Stance.SILENT
    assert protocol.position("post-photo-without-asking", Audience.PUPIL).stance is Stance.FORBIDDEN
