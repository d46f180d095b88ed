"""What stands in an exported book for names that were erased: never a name, and another in every book."""

import sqlite3
from hashlib import sha256

from donations.domain import text
from donations.domain.masking import ERASED_ELSEWHERE, is_erased


def forgotten_elsewhere(connection: sqlite3.Connection) -> frozenset[int]:
    """The parties that came from other books where their names had been erased."""
    query = (
        "select w.party, n.name from party_name as n join name_now as w on w.name_number = n.number where n.name like ?"
    )
    found = connection.execute(query, (ERASED_ELSEWHERE.format(number="%", book="%") + "%",))
    return frozenset(int(party) for party, name in found if is_erased(name))


class ErasedNames:
    """What stands for the name of a party that was erased; no party is called so."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        [identity] = connection.execute("select identity from book").fetchone()
        # Party 3 of one book is not party 3 of another: two files may meet in a third book.
        self._book = sha256(f"exported {identity}".encode()).hexdigest()[:8]
        query = "select key from party_name where name like ?"
        alike = (ERASED_ELSEWHERE.format(number="%", book=self._book) + "%",)
        self._taken = {str(row[0]) for row in connection.execute(query, alike)}

    def name(self, name: str | None, party: int) -> str:
        """The name, or what stands for it."""
        if name is not None:
            return name
        sign = ERASED_ELSEWHERE.format(number=party, book=self._book)
        said, times = sign, 1
        while text.party_key(said) in self._taken:
            times += 1
            said = f"{sign}之{times}"
        return said


def erased(connection: sqlite3.Connection) -> dict[str, int]:
    """What stands for the names that this book has erased, with the number of such a name."""
    names = ErasedNames(connection)
    query = "select coalesce(p.merged_into, p.number), n.number from party_name as n join party as p on p.number = n.party where n.name is null"
    return {names.name(None, party): number for party, number in connection.execute(query)}
