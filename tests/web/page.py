"""A page as a test reads it: forms with their fields, links, everything that it would load, and its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

ADDRESSES = {"src", "href", "action", "formaction", "poster", "data", "srcset", "hx-get", "hx-post", "cite"}


@dataclass(slots=True)
class Form:
    """A form with what it would send when nothing was touched; `buttons` and `choices` are (name, value)."""

    method: str
    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)
    choices: list[tuple[str, str]] = field(default_factory=list)

    def value(self, name: str) -> str:
        """The value of a field that is there once."""
        (value,) = (value for key, value in self.fields if key == name)
        return value


class Page(HTMLParser):
    """Reads one document."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.addresses: list[str] = []
        self.title = ""
        """What stands in the browser's tab."""
        self._words: list[str] = []
        self._in_title = False
        self._silent = 0
        self.feed(html)
        self.close()

    @property
    def words(self) -> str:
        """What a reader sees, with single spaces."""
        return " ".join(" ".join(self._words).split())

    def form(self, action: str) -> Form:
        """The first form whose address ends so."""
        return next(form for form in self.forms if form.action.endswith(action))

    def has_form(self, action: str) -> bool:
        return any(form.action.endswith(action) for form in self.forms)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append((tag, found))
        self.addresses += [value for name, value in found.items() if name in ADDRESSES]
        self._in_title = tag == "title"
        if tag in {"script", "style"}:
            self._silent += 1
        if tag == "form":
            self.forms.append(Form(found.get("method", "get"), found.get("action", "")))
        elif self.forms and found.get("name"):
            self._field(tag, found)

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False
        if tag in {"script", "style"}:
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        elif not self._silent:
            self._words.append(data)

    def _field(self, tag: str, found: dict[str, str]) -> None:
        form, pair = self.forms[-1], (found["name"], found.get("value", ""))
        if tag == "button":
            form.buttons.append(pair)
        elif tag == "input" and found.get("type") in {"radio", "checkbox"}:
            form.choices.append(pair)
            if "checked" in found:
                form.fields.append(pair)
        elif tag in {"input", "select", "textarea"}:
            form.fields.append(pair)
