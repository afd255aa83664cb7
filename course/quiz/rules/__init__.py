"""The rules of the audit of question banks, by what they look at; `course.quiz.audit` lists them."""
