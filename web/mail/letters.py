"""What letters say, plainly and in the reader's language; a link is made when its letter goes."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate, make_msgid, parseaddr
from html import escape
from typing import TYPE_CHECKING

from course.people.invitations import LASTS, RESET_LASTS, link_for
from course.people.mail.queue import Letter
from course.people.mail.standing import WITH_LINK, goes_to
from web.catalogs import speech

if TYPE_CHECKING:
    from datetime import datetime

    from course.people.invitations import Addressed
    from course.people.mail.queue import Waiting
    from course.store.store import Store


def written(store: Store, waiting: Waiting, sender: str, now: datetime) -> EmailMessage | None:
    """Write a letter; None where nobody is to get it any more, or ever was, as `goes_to` says."""
    if waiting.kind is Letter.TEST and waiting.person_id is None:
        return _test(waiting, sender)
    person, token = _for_whom(store, waiting, now)
    if person is None:
        return None
    match waiting.kind:
        case Letter.TEST:
            return _test(waiting, sender)
        case Letter.WEEKLY:
            return _weekly(waiting, sender)
        case Letter.TRAINING | Letter.PROTOCOL:
            return _reminder(waiting, sender, person.name)
        case Letter.INVITATION | Letter.FORGOTTEN:
            return _with_link(waiting, sender, person.name, token)


def _for_whom(store: Store, waiting: Waiting, now: datetime) -> tuple[Addressed | None, str]:
    """Give to whom a letter goes, with the secret of its link; made in the transaction that finds that it still may be."""
    if waiting.kind not in WITH_LINK:
        with store.read() as conn:
            return goes_to(conn, waiting, now), ""
    lasts = LASTS if waiting.kind is Letter.INVITATION else RESET_LASTS
    with store.write() as conn:
        person = goes_to(conn, waiting, now)
        token = link_for(conn, person.id, lasts, waiting.made_at, now) if person else ""
    return person, token


def _test(waiting: Waiting, sender: str) -> EmailMessage:
    """Say that mail works."""
    _ = speech(waiting.locale).gettext
    body = _("This is a test letter of Deelwijs at %(site)s. Mail works.") % {"site": waiting.site}
    return _letter(sender, waiting.address, _("Test letter of Deelwijs"), body)


def _with_link(waiting: Waiting, sender: str, name: str, token: str) -> EmailMessage:
    """Bring the link with which a password is chosen."""
    _ = speech(waiting.locale).gettext
    link = f"{waiting.site}/account/invited#{token}"
    words = {"name": name, "link": link, "days": LASTS.days, "site": waiting.site}
    if waiting.kind is Letter.INVITATION:
        subject = _("Your account for Deelwijs")
        body = _(
            "Hello %(name)s,\n\nYou have an account for Deelwijs, the course on social media of your school. "
            "Choose your password with this link. It works once, for %(days)s days:\n\n%(link)s\n\n"
            "After that you sign in at %(site)s with this e-mail address and your password.\n"
        )
    else:
        subject = _("A new password for Deelwijs")
        body = _(
            "Hello %(name)s,\n\nSomebody, you most likely, asked for a new password. Choose it with this link. "
            "It works once, for one hour:\n\n%(link)s\n\n"
            "Was it not you? Then do nothing: your password stays as it is.\n"
        )
    return _letter(sender, waiting.address, subject, body % words)


def _reminder(waiting: Waiting, sender: str, name: str) -> EmailMessage:
    """Say what a director asks once more, and where it is done."""
    _ = speech(waiting.locale).gettext
    if waiting.kind is Letter.TRAINING:
        subject, link = _("Your training of Deelwijs still waits"), f"{waiting.site}/learn/"
        body = _(
            "Hello %(name)s,\n\nThe director of %(school)s asks you to finish your training of Deelwijs. It is short, "
            "and you go on where you left off:\n\n%(link)s\n\n"
            "Have you finished it meanwhile? Then there is nothing left to do.\n"
        )
    else:
        subject, link = _("Your school's protocol still waits"), f"{waiting.site}/rules/confirmed/"
        body = _(
            "Hello %(name)s,\n\nThe director of %(school)s asks you to read the school's protocol on social media, "
            "and to confirm that you did:\n\n%(link)s\n\n"
            "Have you confirmed it meanwhile? Then there is nothing left to do.\n"
        )
    school = waiting.words.school or _("your school")
    return _letter(sender, waiting.address, subject, body % {"name": name, "link": link, "school": school})


def _weekly(waiting: Waiting, sender: str) -> EmailMessage:
    """Send what was written, with the link that stops it: at its foot, and where mail programs look for it (RFC 8058)."""
    _ = speech(waiting.locale).gettext
    stop = f"{waiting.site}/account/stop?t={waiting.words.stop_token}"
    body = "\n\n".join((waiting.words.body, f"{_('Stop this letter, without signing in:')}\n{stop}\n"))
    letter = _letter(sender, waiting.address, waiting.words.subject, body)
    letter["List-Unsubscribe"] = f"<{stop}>"
    letter["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    letter.add_alternative(_as_html(body, waiting.locale), subtype="html")
    return letter


def _as_html(body: str, locale: str) -> str:
    """Say the same in a few tags: paragraphs, lists and links; nothing is loaded from anywhere."""
    parts = []
    for part in body.strip().split("\n\n"):
        lines = [_line(one) for one in part.split("\n")]
        if part.startswith("- "):
            parts.append("<ul>{}</ul>".format("".join(f"<li>{one.removeprefix('- ')}</li>" for one in lines)))
        else:
            parts.append(f"<p>{'<br>'.join(lines)}</p>")
    return f'<!doctype html><html lang="{locale}"><body>{"".join(parts)}</body></html>'


def _line(text: str) -> str:
    safe = escape(text)
    is_link = text.startswith(("https://", "http://")) and " " not in text
    return f'<a href="{safe}">{safe}</a>' if is_link else safe


def _letter(sender: str, address: str, subject: str, body: str) -> EmailMessage:
    name, plain = parseaddr(sender)
    letter = EmailMessage()
    letter["From"] = Address(name or "Deelwijs", addr_spec=plain)
    letter["To"] = Address(addr_spec=address)
    letter["Subject"] = subject
    letter["Date"] = formatdate(usegmt=True)
    letter["Message-ID"] = make_msgid(domain=plain.rpartition("@")[2])
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(body)
    return letter
