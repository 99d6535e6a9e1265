"""The text of an e-mail -> its own words, and the messages quoted or forwarded in it, each with its header's day."""

import datetime as dt
import re

from timeline.documents.day_order import settle_order
from timeline.documents.document import Document
from timeline.documents.stamps import read_possible_days

__all__ = ["split_quotes"]

DEEPEST = 20  # messages within messages

# "On Fri, 3 May 2024 at 14:30, B Person <b@city.example> wrote:", and as other programs and languages have it.
_WROTE = re.compile(
    r"^(?:On|Am|Le|El|Il|Em|Op|Den|Dnia|W dniu)\b[^\n]{5,200}(?:\n[^\n]{0,120})??"
    r"(?:wrote|(?:schrieb|schreef|skrev)[^\n:]{0,80}|a écrit|escribió|ha scritto|escreveu|napisał\(?a?\)?)"
    r"\s*:[ \t\r]*\n",
    re.MULTILINE,
)
_FORWARDED = re.compile(
    r"^[-_ ]{2,}\s*(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Ursprüngliche Nachricht"
    r"|Message transféré|Mensaje reenviado|Begin forwarded message)[^\n]{0,20}\n|^Begin forwarded message:\s*\n"
    r"|^_{20,}\s*\n(?=From: )",
    re.MULTILINE | re.IGNORECASE,
)
# The header alone, as Outlook puts it over what it quotes: sender, and right below the day of sending.
_HEADED = re.compile(
    r"^(?=>?[ \t]*\*?(?:From|Von|De|Da|Van|Fra|Från|Od|От)[ \t]*:\*?[^\n]*\n"
    r"(?:>?[ \t]*\*?(?:To|An|À|Para|A|Cc)[ \t]*:[^\n]*\n){0,2}"
    r">?[ \t]*\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado(?: el)?|Inviato|Data|Verzonden|Sendt|Skickat|Wysłano"
    r"|Отправлено|Fecha)[ \t]*:)",
    re.MULTILINE,
)
_FIELD = re.compile(
    r"^>?\s*\*?(?P<name>From|Von|De|Da|Van|Fra|Från|Od|От|Date|Sent|Datum|Gesendet"
    r"|Envoyé|Fecha|Enviado(?: el)?|Inviato|Data|Verzonden|Sendt|Skickat|Wysłano|Отправлено|Subject|Betreff|Objet"
    r"|Asunto|Oggetto|Assunto|Onderwerp|Emne|Ämne|Temat|Тема|Importance|To|An|À|A|Para|Cc|Attachments)"
    r"\s*:\*?\s*(?P<value>[^\n]*)\n",
    re.MULTILINE | re.IGNORECASE,
)
_MARKED = re.compile(r"^>[ \t]?", re.MULTILINE)
_DATES = frozenset(
    ("date sent datum gesendet envoyé fecha enviado inviato data verzonden sendt skickat wysłano отправлено").split()
) | {"enviado el"}
_SUBJECTS = frozenset("subject betreff objet asunto oggetto assunto onderwerp emne ämne temat тема".split())
_SENDERS = frozenset("from von de da van fra från od от".split())


def split_quotes(text: str) -> list[Document]:
    r"""The own words of a message, and after them a document for each message quoted in it; the words may be empty.

    Examples
    --------
    >>> mail = "It was signed.\n\nOn Fri, 3 May 2024 at 14:30, B <b@c.example> wrote:\n> The council voted yesterday."
    >>> [(d.text, str(d.published)) for d in split_quotes(mail)]
    [('It was signed.', 'None'), ('The council voted yesterday.', '2024-05-03')]
    >>> len(split_quotes("On 3 May 2024 the council wrote: no."))
    1
    """
    documents = [Document(text=text)]
    for depth in range(1, DEEPEST):
        parted = _find_first_quote(documents[-1].text)
        if parted is None:
            break
        own, quoted = parted
        documents[-1] = documents[-1].replace(text=own, id="")
        documents.append(quoted.replace(path=f"quoted-{depth}"))
    return [documents[0], *(document for document in documents[1:] if document.text.strip())]


def _find_first_quote(text: str) -> tuple[str, Document] | None:
    """The words above the first message quoted in `text`, and that message; None where none is quoted."""
    found = [match for match in (_WROTE.search(text), _FORWARDED.search(text), _HEADED.search(text)) if match]
    if not found:
        return None
    match = min(found, key=lambda each: each.start())
    header, body = match[0], text[match.end() :]
    if match.re is _WROTE:
        if not body.lstrip().startswith(">") and not _read_day(header):
            return None
        return text[: match.start()].rstrip(), _make_message(header, _MARKED.sub("", body), "", "")
    fields, end = _read_header(body)
    date = next((fields[name] for name in fields if name in _DATES), "")
    subject = next((fields[name] for name in fields if name in _SUBJECTS), "")
    sender = next((fields[name] for name in fields if name in _SENDERS), "")
    return text[: match.start()].rstrip(), _make_message(date, _MARKED.sub("", body[end:]), subject, sender)


def _read_header(body: str) -> tuple[dict[str, str], int]:
    """The header fields at the top of a forwarded message, and where they end."""
    fields: dict[str, str] = {}
    end = 0
    while len(fields) < 12 and (field := _FIELD.match(body, end)):
        fields.setdefault(field["name"].casefold(), field["value"].strip())
        end = field.end()
    return fields, end


def _make_message(date: str, text: str, subject: str, sender: str) -> Document:
    day = _read_day(date)
    name = re.sub(r"\s*<[^>]*>|[\"']", "", sender).strip()
    return Document(
        text=text.strip(), title=subject, publisher=name, published=day, published_basis="metadata" if day else "none"
    )


def _read_day(words: str) -> dt.date | None:
    return settle_order(read_possible_days(words), words)
