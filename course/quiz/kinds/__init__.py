"""The kinds of question, a module each: how it is read, what of it is asked at a school, and how an answer is marked.

The set is closed: `table.kind_of` names every one, and so does mypy where one is left out. A kind's two fragments,
for the question and for the explanation, are `web/templates/learn/kinds/_KIND_asked.html` and `_KIND_why.html`.
"""
