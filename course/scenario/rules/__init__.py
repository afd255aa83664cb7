"""The rules of the audit, one function each, by what they look at; `course.scenario.audit` lists them."""
