"""Where a gift belongs: the city or county of a row, by its columns of places or by an address, of which nothing else is kept."""

from collections.abc import Mapping, Sequence

from donations.domain.addresses import is_of_house, place_in_address
from donations.domain.place import Place
from donations.importers.columns.columns import ADDRESS, GONE, GOODS_OUT, Column
from donations.importers.words import cells as one
from donations.importers.words.cells import InField
from donations.importers.words.ditto import is_ditto
from donations.importers.words.reached import address_beside

WHERE = ("city", "county", ADDRESS)
"""The fields that say it."""


def place_said(address: str) -> str:
    """The place of an address in its full names, 九江市浔阳区; "" where it is not certain. What repeats the one above stays."""
    if is_ditto(address):
        return address
    place = place_in_address(address)
    return f"{place.city}{place.county or ''}" if place else ""


def place_of(row: Mapping[str, str], otherwise: Place | None) -> tuple[Place | None]:
    """The place; a county or region that is none is a matter of the note. Raises InField."""
    city, county = row.get("city", ""), row.get("county", "")
    found = (one.place(city + county) if city and county else None) or one.place(city or county)
    found = found or place_in_address(city) or place_in_address(county)
    if found is None and city:
        raise InField("city", one.A_PLACE, city)
    return (found or place_in_address(row.get(ADDRESS, "")) or otherwise,)


def live_at(row: dict[str, str], columns: Sequence[Column], cells: Sequence[str], sort: str) -> None:
    """Says the place of who gave, or of who got what went out, where their address stands beside their name and no column says a place."""
    if any(row.get(field) for field in WHERE):
        return
    who = "recipient" if sort in (GOODS_OUT, GONE) else "donor"
    for column in columns:
        if column.field == who and column.index < len(cells):
            address = address_beside(one.shown(cells[column.index]), is_told=column.tells_address)
            row[ADDRESS] = row.get(ADDRESS) or (place_said(address) if address else "")


def region_of(row: Mapping[str, str]) -> str:
    """The region of a row that is no city, for its note; the address of a house is nobody's matter."""
    county = row.get("county", "")
    is_region = county and not row.get("city") and one.place(county) is None
    return county if is_region and not is_of_house(county) and place_in_address(county) is None else ""
