"""Questions to the person at the terminal, and what their answers mean."""

import sys
import unicodedata

from donations.cli.facts import on_screen
from donations.cli.signals import Unanswered

_YES = frozenset(("y", "yes", "是", "是的", "对", "对的", "好", "好的", "确认"))


def ask(question: str) -> str:
    """What is answered, in lower case, full-width signs as others. Raises Unanswered."""
    try:
        print(on_screen(question, sys.stderr), end=" ", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
    except KeyboardInterrupt:
        raise Unanswered from None
    if not answer:
        raise Unanswered
    return unicodedata.normalize("NFKC", answer).strip().lower()


def agrees(question: str, *, unless_said: bool = False) -> bool:
    """Whether the answer is yes. Anything else is no, but for an empty one where that means yes (`unless_said`)."""
    answer = ask(question).rstrip("。.!")
    return answer in _YES or (unless_said and not answer)
