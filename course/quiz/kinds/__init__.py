"""The kinds of question, a folder each: how it is read, what of it is asked at a school, and how an answer is marked.

The set is closed: `readings` and `markings` name every one, and so does mypy where one is left out. Who only asks and marks
never loads a reader of Markdown. A kind's two fragments, for the question and for the explanation, are
`web/templates/_quiz/kinds/_KIND_asked.html` and `_KIND_why.html`.
"""
