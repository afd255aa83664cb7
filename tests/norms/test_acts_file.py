import shutil

from course.norms.model import Audience
from course.norms.read import read_norms
from tests.norms.small_content import BROKEN


def test_themes_keep_the_order_of_the_file_and_opposite_acts_name_each_other(content):
    shutil.copy(BROKEN / "sound" / "acts-in-pairs.toml", content / "norms" / "acts.toml")
    norms, problems = read_norms(content)
    assert problems == ()
    assert list(norms.themes) == ["images-consent", "chats"]
    act = norms.acts["post-photo-without-asking"]
    assert norms.acts[act.counterpart or ""].counterpart == act.id
    assert act.words_for(Audience.PARENT).nl == "Uw kind vraagt niets."
    assert act.also == ("Zet niets op internet zonder te vragen.",)
    assert act.words_for(Audience.PUPIL) is act.words_for(None) is act.words
