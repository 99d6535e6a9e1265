"""Files, folders and plain text -> `Document`: the text as given, and what surrounds an article told from the article.

It never alters the text of a plain-text document and looks for no events.
"""

from timeline.documents.boundary import guard_document
from timeline.documents.complete import complete
from timeline.documents.complete_once import complete_all, name_content
from timeline.documents.copies import Copies, find_copies
from timeline.documents.document import Document
from timeline.documents.furniture import Furniture, blank_furniture, find_furniture
from timeline.documents.given_dates import GivenDates, give_dates, pair_dates, read_given_dates
from timeline.documents.inference import infer_published
from timeline.documents.language import choose_date_language, is_english, name_language
from timeline.documents.read import read_documents
from timeline.documents.web_pages import read_addresses

__all__ = [
    "Copies",
    "Document",
    "Furniture",
    "GivenDates",
    "blank_furniture",
    "choose_date_language",
    "complete",
    "complete_all",
    "find_copies",
    "find_furniture",
    "give_dates",
    "guard_document",
    "infer_published",
    "is_english",
    "name_content",
    "name_language",
    "pair_dates",
    "read_addresses",
    "read_documents",
    "read_given_dates",
]
