"""The rules of the audit of the curriculum, by what they look at; `course.curriculum.audit` lists them."""
