from course.figures.counts import Share
from web.display.shares import STEPS, share_words


def test_every_share_has_words_and_one_step_more_than_the_one_before(app):
    with app.test_request_context("/"):
        assert set(share_words()) == set(Share)
    assert [STEPS[one] for one in Share] == [1, 2, 3, 4]
