"""Who stands in a draft, as far as a row is known by it wherever it comes again."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from donations.domain import text
from donations.domain.entry import Role

_REMEMBERED = 50_000
_TOLD_APART = "[a-z]{3}|[0-9]-?[0-9]"
"""What names have that were one with another name before step 10: an English plural, or numbers that a sign divides."""


def roles_said(parties: Mapping[Role, tuple[str, ...]]) -> list[str]:
    """Who stands in a draft, as far as a row is known by it."""
    return _in_order([_role_said(role, names) for role, names in parties.items() if names])


def roles_said_once(parties: Mapping[Role, tuple[str, ...]]) -> list[str]:
    """As `roles_said`, without a memory: for callers that keep the result themselves."""
    return _in_order([_role_said.__wrapped__(role, names) for role, names in parties.items() if names])


def roles_said_before(parties: Mapping[Role, tuple[str, ...]]) -> list[str]:
    """As `roles_said`, as rows are known by it that were imported before step 10 of the schema."""
    return _in_order([f"{role}:{_names_said(names, text.key)}" for role, names in parties.items() if names])


def forget_roles() -> None:
    """What was said of an earlier import isn't remembered any more."""
    _role_said.cache_clear()


def _in_order(roles: list[str]) -> list[str]:
    if len(roles) > 1:
        roles.sort()
    return roles


@lru_cache(maxsize=_REMEMBERED)
def _role_said(role: str, names: tuple[str, ...]) -> str:
    said = _names_said(names, _key)
    # Marked, for what stands in older books under the same words may be another's: Adams was Adam there.
    is_marked = bool(said) and min(said) < "\x80" and re.search(_TOLD_APART, said)
    return f"{role}:={said}" if is_marked else f"{role}:{said}"


def _key(name: str) -> str:
    """Without stars, which any paper may put elsewhere: who stands there is seen by the rest of the row."""
    return text.party_key(name).replace("*", "")


def _names_said(names: tuple[str, ...], key: Callable[[str], str]) -> str:
    return key(names[0]) if len(names) == 1 else ",".join(sorted({key(name) for name in names}))
