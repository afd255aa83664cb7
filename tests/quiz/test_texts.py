from course.quiz.texts import texts
from tests.quiz.builders import quiz


def test_title_question_options_and_explanations_are_all_read():
    bank = quiz()
    found = "\n".join(text for _, text in texts(bank))
    for question in bank.questions.values():
        assert question.title in found
        assert question.explanation in found
        for option in question.options:
            assert option.html in found
            assert option.explanation in found
