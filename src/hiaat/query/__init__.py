"""Questions: SPARQL over the knowledge, a scenario and its judgement. A question is a file; its header documents it.

Everything that a question is about comes in as named graphs; nothing here reads knowledge, and nothing is written here.
"""

from hiaat.query.answer import Answer, Refused, TooLarge, Unreadable, ask, store_of
from hiaat.query.formats import FORMATS, Format
from hiaat.query.head import HeaderError
from hiaat.query.header import Column, Parameter, Question
from hiaat.query.names import Unknown, Unsaid, unknown_names, unknown_texts, unsaid_names
from hiaat.query.questions import SUFFIX, named, read_question
from hiaat.query.values import Choices, choices

__all__ = [
    "FORMATS",
    "SUFFIX",
    "Answer",
    "Choices",
    "Column",
    "Format",
    "HeaderError",
    "Parameter",
    "Question",
    "Refused",
    "TooLarge",
    "Unknown",
    "Unreadable",
    "Unsaid",
    "ask",
    "choices",
    "named",
    "read_question",
    "store_of",
    "unknown_names",
    "unknown_texts",
    "unsaid_names",
]
