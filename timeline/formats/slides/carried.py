"""What a deck carries so that it can be brought up to date: in every shape, and in one part of the file.

A shape has the id of its event as the title of its alternative text, and a text box what it said when it was written as
that text; an axis has its days. The part holds a `DeckEvent` for each event. Office programs keep all three, whatever
is moved, coloured, typed or copied.
"""

import itertools
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from timeline.errors import FormatError
from timeline.formats.deck_events import DeckEvent, read_deck_event, write_deck_event
from timeline.formats.office import clean_xml_text

__all__ = [
    "carry",
    "carry_days",
    "carry_gathered",
    "keep_record",
    "list_gathered",
    "read_axis_days",
    "read_event_id",
    "read_record",
    "read_said",
]

_SPACE: Final = "urn:briefing-timeline:deck"
_ITEM: Final = "{5C1B2F0E-6C1D-4C0B-9E55-0A7B3D6A1E21}"
_PROPERTIES: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="%s" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
    '<ds:schemaRef ds:uri="%s"/></ds:schemaRefs></ds:datastoreItem>'
)
_LARGEST: Final = 20_000_000  # bytes; 10,000 events take 5
_DAYS: Final = "days "
_DISC: Final = "disc "

Days = tuple[tuple[float, float], ...]
"""Where on an axis some days are, from 0 at its left end to 1 at its right; between them it runs evenly."""


def carry(shape: Any, event_id: str, said: str = "") -> None:
    """Let `shape` carry the id of its event and, if it is a text box, what it says."""
    properties = _find_properties(shape)
    if event_id:
        properties.set("title", clean_xml_text(event_id))
    if said:
        properties.set("descr", clean_xml_text(said))


def read_event_id(shape: Any) -> str:
    """The id of the event that `shape` belongs to; ``""`` where it carries none."""
    return str(_find_properties(shape).get("title") or "")


def read_said(shape: Any) -> str:
    """What `shape` said when it was written, or its alternative text; ``""`` where it carries none."""
    return str(_find_properties(shape).get("descr") or "")


def carry_days(shape: Any, days: Sequence[tuple[float, float]]) -> None:
    """Let the axis `shape` carry which days it shows."""
    _find_properties(shape).set("title", _DAYS + " ".join(f"{day:.3f}={place:.6f}" for day, place in days))


def read_axis_days(shape: Any) -> Days:
    """The days that `shape` shows; nothing for what is no axis."""
    text = read_event_id(shape)
    if not text.startswith(_DAYS):
        return ()
    try:
        pairs = [tuple(map(float, pair.split("="))) for pair in text[len(_DAYS) :].split()]
    except ValueError:
        return ()
    if any(len(pair) != 2 for pair in pairs) or any(a[0] >= b[0] or a[1] >= b[1] for a, b in itertools.pairwise(pairs)):
        return ()
    return tuple((pair[0], pair[1]) for pair in pairs)


def carry_gathered(shape: Any, event_ids: Iterable[str], said: str) -> None:
    """Let the number of a disc carry the events that it stands for, and what it says."""
    carry(shape, _DISC + " ".join(event_ids), said)


def list_gathered(shape: Any) -> list[str]:
    """The events that `shape` stands for; nothing for what is no number of a disc."""
    text = read_event_id(shape)
    return text[len(_DISC) :].split() if text.startswith(_DISC) else []


def _find_properties(shape: Any) -> Any:
    return shape._element._nvXxPr.cNvPr  # noqa: SLF001  python-pptx has no call for alternative texts


def keep_record(presentation: Any, events: Mapping[str, DeckEvent], title: str) -> None:
    """Write `events`, as the deck shows them, and the title of the deck into a part of the file of its own."""
    root = etree.Element(f"{{{_SPACE}}}deck", nsmap={None: _SPACE})
    rows = {event_id: write_deck_event(event) for event_id, event in events.items()}
    root.text = json.dumps({"title": title, "events": rows}, ensure_ascii=True)
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = _find(presentation)
    if part is not None:
        part._blob = blob  # noqa: SLF001
        return
    package = presentation.part.package
    part = Part(package.next_partname("/customXml/item%d.xml"), CT.XML, package, blob)
    presentation.part.relate_to(part, RT.CUSTOM_XML)
    name = PackURI(str(part.partname).replace("/item", "/itemProps"))
    properties = (_PROPERTIES % (_ITEM, _SPACE)).encode()
    part.relate_to(Part(name, CT.OFC_CUSTOM_XML_PROPERTIES, package, properties), RT.CUSTOM_XML_PROPS)


def _find(presentation: Any) -> Any:
    """The part with the record, if there is one."""
    everywhere = [*presentation.part.rels.values(), *presentation.part.package._rels.values()]  # noqa: SLF001
    for relation in everywhere:  # LibreOffice hangs it on the file, not on the presentation in it
        if relation.reltype == RT.CUSTOM_XML and not relation.is_external:
            part = relation.target_part
            if len(part.blob) <= _LARGEST and _SPACE.encode() in part.blob[:1000]:
                return part
    return None


def read_record(presentation: Any) -> tuple[dict[str, DeckEvent], str]:
    """What the deck tells of each event, and the title it was given.

    Raises
    ------
    FormatError
        If it carries nothing of the kind.
    """
    part = _find(presentation)
    if part is None:
        raise FormatError(
            "the deck does not carry what it was made from: it is none of ours, or a program dropped it; "
            "export the timeline as .pptx anew"
        )
    try:
        root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        record = json.loads(root.text or "")
        return {str(key): read_deck_event(row) for key, row in record["events"].items()}, str(record["title"])
    except (etree.XMLSyntaxError, ValueError, TypeError, KeyError, AttributeError) as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError(f"what the deck carries of its events is broken ({error}); export it anew") from error
