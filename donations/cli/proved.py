"""What is said of a printed digest, and of another copy, that are found in the chain: no more than the entries prove."""

from pathlib import Path

from donations.i18n import ENGLISH, _, chosen_language, filled
from donations.output.cleaning import clean
from donations.services.proving import Proof, Standing
from donations.store.links import Comparison


def of_digest(one: Standing, proof: Proof) -> str:
    """How far what a printed digest sealed is as it was; what came after is counted."""
    digest, entries = one.printed.digest, one.entries
    if proof.is_unknown:
        return _("Digest {digest} is in the book, but so much is damaged that nobody can say what still holds.").format(
            digest=digest
        )
    if proof.breaks_by(entries):
        head = _("Digest {digest} is in the book, but what it sealed was changed since: {differs}")
        return head.format(digest=digest, differs=_differs(proof.first or 1))
    if proof.is_of_others:
        head = _(
            "Digest {digest} is in the book, and {entries} are those of then; but names or registers were changed from outside, see above."
        )
        return head.format(digest=digest, entries=_range(entries))
    head = _("Digest {digest} stands: what it sealed is as it was then ({entries}).")
    return head.format(digest=digest, entries=_range(entries)) + _behind() + _since(one, proof)


def _behind() -> str:
    """What stands between two sentences: Chinese needs nothing behind its full stop."""
    return " " if chosen_language() == ENGLISH else ""


def _since(one: Standing, proof: Proof) -> str:
    if proof.first is not None:
        return _("Of those recorded since, entry {number} is not as it was recorded.").format(number=proof.first)
    if one.later == 0:
        return _("No entry was recorded since.")
    return filled(_("Recorded since: {later} entries."), later=one.later)


def _range(last: int) -> str:
    """The entries up to `last`, as a range only where they are several."""
    if last < 2:  # noqa: PLR2004 - none, or one
        return _("entry 1") if last else _("no entries yet")
    return _("entries 1 to {last}").format(last=last)


def _differs(first: int) -> str:
    """Up to which entry it holds, and which entry differs."""
    if first == 1:
        return _("already entry 1 differs, nothing is proved.")
    sentence = _("it holds for {entries}; entry {first} differs.")
    return sentence.format(entries=_range(first - 1), first=first)


def of_copy(one: Comparison, other: Path, ours: Proof, theirs: Proof) -> list[str]:
    """What to say of another copy that doesn't contradict this one."""
    if not one.is_same_book or one.is_fork:
        return []
    path = clean(str(other))
    if ours.is_unknown or theirs.is_unknown:
        sentence = _("{path} has the same digests, but so much is damaged that nobody can say what is the same.")
        return [sentence.format(path=path)]
    first = min((proof.first for proof in (ours, theirs) if proof.first is not None), default=one.common + 1)
    if first <= one.common:
        sentence = _("{path} has the same digests, but the entries were changed in one of the two: {differs}")
        return [sentence.format(path=path, differs=_differs(first))]
    if ours.is_of_others or theirs.is_of_others:
        sentence = _("{path} has the same entries ({entries}), but names or registers differ from what was recorded.")
        return [sentence.format(path=path, entries=_range(one.common))]
    return [_agrees(one, path)]


def _agrees(one: Comparison, path: str) -> str:
    if one.ours > one.theirs:
        sentence = _("{path} is an earlier state of this book: its {common} entries are all here, and {more} more.")
    elif one.theirs > one.ours:
        sentence = _("{path} is further than this book: the {common} entries here are all there, and {more} more.")
    else:
        sentence = _("{path} is the same book: {common} entries, each as here.")
    return filled(sentence, path=path, common=one.common, more=abs(one.ours - one.theirs))
