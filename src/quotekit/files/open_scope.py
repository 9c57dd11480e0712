"""The scope of a new quote: each question as an item that nobody has answered yet."""

import json
import re

from quotekit.quotes import QuestionSet, worded_in

_NOT_ASKED = """\
# scope:                             # the questions that decide who pays for what
#   - {item: Photos and texts, answer: client_supplies}
#   - {item: Search engine optimisation, answer: excluded}
"""
_HEAD = """\
scope:                               # in place of unknown, write one of
                                     # included (with task: first, where one task has it),
                                     # excluded, client_supplies (with by: and a day), assumed
"""
_PLAIN = re.compile(r"[^\W\d_](?:[\w .&’'()/+·–-]*[\w.)])?")
_NOTHING = frozenset({"null", "true", "false"})


def write_scope(asked: QuestionSet | None, language: str) -> str:
    """Write questions as the scope of a quote, in its language, the reason above each item.

    Without questions it is a hint in a comment.
    """
    if asked is None:
        return _NOT_ASKED
    lines: list[str] = []
    for question in asked.questions:
        if question.why is not None:
            lines.append(f"  # {' '.join(worded_in(question.why, language).split())}\n")
        item = _in_braces(worded_in(question.item, language))
        lines.append(f"  - {{item: {item}, answer: unknown}}\n")
    return _HEAD + "".join(lines)


def _in_braces(text: str) -> str:
    """Write a text so that YAML reads it as that text, also between braces."""
    if _PLAIN.fullmatch(text) and text.lower() not in _NOTHING:
        return text
    return json.dumps(text, ensure_ascii=False)
