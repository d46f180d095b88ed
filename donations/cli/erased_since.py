"""What `restore` says of those who were forgotten since the backup was made, and come back with it."""

from typing import TYPE_CHECKING

from donations.i18n import _
from donations.store.erased_since import coming_back

if TYPE_CHECKING:
    from donations.services.backing_up import Offer
    from donations.store.erased_since import ComingBack


def said_of(offered: "Offer") -> list[str]:
    """Sentences for people; none where nothing comes back. Never a name. Raises BusyBook."""
    if not offered.is_there:
        return []
    # What couldn't be read before isn't opened again: SQLite would apply a journal that lies beside it.
    found = None if offered.difference is None else coming_back(offered.target, offered.file)
    if found is None:
        return [
            _(
                "Whether somebody who was forgotten comes back with the backup can't be seen: the present book can't be read."
            )
        ]
    return _told(found)


def _told(found: "ComingBack") -> list[str]:
    """What comes back, each sort with how it is erased, or said, again."""
    lines = []
    if found.parties:
        sentence = _(
            "Forgotten since the backup was made, and back with it: {count} (parties {numbers}). Forget each of them again, as in:"
        )
        lines.append(sentence.format(count=len(found.parties), numbers=_listed(found.parties)))
        lines.append(f"  donations forget {found.parties[0]}")
    if found.notes:
        sentence = _("Notes that were erased since are back too, of entries {numbers}. Each is erased again as in:")
        lines.append(sentence.format(numbers=_listed(found.notes)))
        party = found.parties[0] if found.parties else _("PARTY")
        lines.append(f"  donations forget {party} --note {found.notes[0]}")
    if found.contact:
        sentence = _(
            "Contact details that were erased or replaced since are back, of parties {numbers}. Look at them with:"
        )
        lines.append(sentence.format(numbers=_listed(found.contact)))
        lines.append(f"  donations donors contact {_('PARTY')}")
    if found.named:
        sentence = _(
            "Parties that said since that they aren't to be named, or no longer, may be named again: {numbers}. Say it again as in:"
        )
        lines.append(sentence.format(numbers=_listed(found.named)))
        lines.append(f"  donations donors consent {_('PARTY')} anonymous")
    if found.gifts:
        sentence = _("The same was said since of the donors of entries {numbers}. Say it again as in:")
        lines.append(sentence.format(numbers=_listed(found.gifts)))
        lines.append(f"  donations consent {found.gifts[0]} anonymous")
    return lines


def _listed(numbers: tuple[int, ...]) -> str:
    """All of them: whoever is left out is not forgotten."""
    return _(", ").join(map(str, numbers))
