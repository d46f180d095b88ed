"""Verbs that keep the registers: donors, recipients, items."""

from enum import StrEnum
from typing import Annotated

import typer

from donations import errors
from donations.cli import clock, completing, options, privacy
from donations.cli.facts import item_shown, said
from donations.cli.option_sets import retold
from donations.cli.registry import Registry
from donations.cli.session import opened, tell
from donations.cli.showing import ShowingOptions, show
from donations.domain.entry import Role
from donations.domain.place import Place
from donations.i18n import N_, _
from donations.output.cleaning import clean

verbs = Registry(heading=N_("Names"))
_PACKED = N_("Kept: {item}, one {one_unit} is {amount}")
_PACKED_ANEW = N_(
    "Kept: {item}, one {one_unit} is {amount}. Until now it was {before}; entries recorded by that stay as they are."
)


class Sort(StrEnum):
    """What a party is: only persons (and parties of unknown sort) are masked in public."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"


ItemArgument = Annotated[
    str, typer.Argument(metavar=N_("ITEM"), autocompletion=completing.items, help=N_("The name as it is now."))
]
NameArgument = Annotated[str, typer.Argument(metavar=N_("NAME"), help=N_("Its name."))]
NewNameArgument = Annotated[str, typer.Argument(metavar=N_("NAME"), help=N_("The new name."))]
IntoParty = Annotated[
    str, typer.Argument(metavar=N_("INTO"), autocompletion=completing.parties, help=N_("The one that stays."))
]
IntoItem = Annotated[
    str, typer.Argument(metavar=N_("INTO"), autocompletion=completing.items, help=N_("The one that stays."))
]
SortOption = Annotated[Sort | None, typer.Option("--sort", help=N_("Whether it is a person or an organisation."))]
SpecificationOption = Annotated[
    str | None, typer.Option("--specification", metavar=N_("TEXT"), help=N_("What tells it from others of the name."))
]
CategoryOption = Annotated[str | None, typer.Option("--category", metavar=N_("TEXT"), help=N_("Its category."))]
EnglishOption = Annotated[str | None, typer.Option("--english", metavar=N_("NAME"), help=N_("Its English name."))]
OwnCityOption = Annotated[Place | None, retold(options.CityOption, N_("The city (or county) where it is."))]
UNIT = typer.Option("--unit", metavar=N_("UNIT"), help=N_("What it is counted in: 个, 斤, 箱 …"))
"""A new item always has one, the usual one where none is stated; for an old item it is stated only to change it."""


def _party_group(name: str, role: Role, help_text: str) -> None:
    group = verbs.group(name, help=help_text, alone="list", epilog="\n".join(_EXAMPLES[role].values()))

    @group.verb("list", help=_LISTED[role], epilog=f"donations {name}")
    def list_(
        *,
        showing: ShowingOptions,
        book: options.BookOption = None,
    ) -> None:
        from donations.reports import registers

        with opened(book, writing=False) as open_book, open_book.read():
            show(registers.parties(open_book, role), showing)

    for verb, purpose, function in (
        ("add", N_("Add a name, or state its city, and whether it is a person or an organisation."), _add_party),
        ("rename", N_("Change a name; the old one still finds it."), _rename_party),
        ("alias", N_("Add a second name that is found too, such as a short form."), _alias_party),
        ("merge", N_("Say that two are the same; reports show them as one."), _merge_parties),
    ):
        group.verb(verb, help=purpose, epilog=_EXAMPLES[role][verb])(function)
    contact, consent = (text.format(group=name) for text in (privacy.CONTACT_EXAMPLES, privacy.CONSENT_EXAMPLES))
    group.verb("contact", help=privacy.CONTACT, epilog=contact)(privacy.contact)
    group.verb("consent", help=privacy.CONSENT, epilog=consent)(privacy.party_consent)


_LISTED = {Role.DONOR: N_("List all donors."), Role.RECIPIENT: N_("List all recipients.")}
_EXAMPLES = {
    Role.DONOR: {
        "add": "donations donors add 李华 --city 九江市 --sort person",
        "rename": "donations donors rename 九江光明公司 九江光明集团 --reason 更名",
        "alias": "donations donors alias 一米阳光公益联合会 一米阳光",
        "merge": "donations donors merge 一米阳光 一米阳光公益联合会 --reason 同一单位",
    },
    Role.RECIPIENT: {
        "add": "donations recipients add 九江市第三人民医院",
        "rename": "donations recipients rename 九江县第一小学 柴桑区第一小学 --reason 更名",
        "alias": "donations recipients alias 九江市第三人民医院 市三院",
        "merge": "donations recipients merge 三医院 九江市第三人民医院 --reason 同一单位",
    },
}


def _add_party(
    name: NameArgument,
    city: OwnCityOption = None,
    sort: SortOption = None,
    new: options.NewOption = False,
    book: options.BookOption = None,
) -> None:
    from donations.services import registering  # help pages do without

    with opened(book, writing=True) as open_book:
        party = registering.add_party(open_book, name, city, sort.value if sort else None, clock.now(), new=new)
        tell(_("Kept: {name} ({city})").format(name=clean(party.name), city=party.city or _("city not known")))


def _rename_party(
    name: options.PartyArgument,
    new_name: NewNameArgument,
    reason: options.ReasonOption = None,
    book: options.BookOption = None,
) -> None:
    from donations.services import registering  # help pages do without

    with opened(book, writing=True) as open_book:
        party = registering.rename_party(open_book, name, new_name, reason, clock.now())
        tell(_("{old} is now {name}; the old name still finds it.").format(old=clean(name), name=clean(party.name)))


def _alias_party(name: options.PartyArgument, alias: NewNameArgument, book: options.BookOption = None) -> None:
    from donations.services import registering  # help pages do without

    with opened(book, writing=True) as open_book:
        party = registering.alias_party(open_book, name, alias, clock.now())
        tell(_("{alias} now finds {name}.").format(alias=clean(alias), name=clean(party.name)))


def _merge_parties(
    name: options.PartyArgument,
    into: IntoParty,
    reason: options.NeededReasonOption = None,
    book: options.BookOption = None,
) -> None:
    if not reason or not reason.strip():
        raise errors.ReasonMissing
    from donations.services import registering  # help pages do without

    with opened(book, writing=True) as open_book:
        party, other, place = registering.merge_parties(open_book, name, into, reason, clock.now())
        tell(_("{old} is now shown as {name}.").format(old=clean(party.name), name=clean(other.name)))
        if place is not None:
            tell(
                _("Its city is {city} from now on, as it was kept for {old}.").format(
                    city=place.city, old=clean(party.name)
                )
            )


_party_group("donors", Role.DONOR, N_("Donors: list, add, rename, alias, merge, contact, consent."))
_party_group("recipients", Role.RECIPIENT, N_("Recipients: list, add, rename, alias, merge, contact, consent."))

items = verbs.group(
    "items", help=N_("Items: list, add, rename, alias, merge, pack, describe."), alone="list",
    epilog="donations items add 口罩 --specification N95 --unit 只\ndonations items pack 口罩 1箱=2000个\ndonations items alias 额温枪 测温枪",
)  # fmt: skip


@items.verb("list", help=N_("List all items."), epilog="donations items")
def list_items(
    *,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:
    """Every item."""
    from donations.reports import registers

    with opened(book, writing=False) as open_book, open_book.read():
        show(registers.items(open_book), showing)


@items.verb(
    "add", help=N_("Add an item with its unit."), epilog="donations items add 口罩 --specification N95 --unit 只"
)
def add_item(
    name: NameArgument,
    unit: Annotated[str, UNIT] = "个",
    specification: SpecificationOption = None,
    category: CategoryOption = None,
    english: EnglishOption = None,
    new: options.NewOption = False,
    book: options.BookOption = None,
) -> None:
    """A new item."""
    from donations.domain.units import unit_named  # help pages do without
    from donations.store.items import NewItem

    counted_in = unit_named(unit)
    wanted = NewItem(
        name, specification, counted_in.name, counted_in.decimals, category, english, (english,) if english else ()
    )
    from donations.services import registering  # help pages do without

    with opened(book, writing=True) as open_book:
        item = registering.add_item(open_book, wanted, clock.now(), meant_new=new)
        tell(said(N_("Kept: {item}, counted in {unit}"), {"item": item.label, "unit": item.unit}))


@items.verb(
    "rename",
    help=N_("Change an item's name or specification; the old one still finds it."),
    epilog="donations items rename 测温枪 额温枪",
)
def rename_item(
    name: ItemArgument,
    new_name: NewNameArgument,
    specification: SpecificationOption = None,
    reason: options.ReasonOption = None,
    book: options.BookOption = None,
) -> None:
    """Another name."""
    from donations.services import registering  # help pages do without

    with opened(book, writing=True) as open_book:
        item = registering.rename_item(open_book, name, new_name, specification, reason, clock.now())
        tell(
            _("{old} is now {name}; the old name still finds it.").format(old=clean(name), name=item_shown(item.label))
        )


@items.verb(
    "alias",
    help=N_("Add a second name that is found too, such as a short form."),
    epilog="donations items alias 额温枪 测温枪",
)
def alias_item(name: ItemArgument, alias: NewNameArgument, book: options.BookOption = None) -> None:
    """One more name."""
    from donations.services import registering  # help pages do without

    with opened(book, writing=True) as open_book:
        item = registering.alias_item(open_book, name, alias, clock.now())
        tell(_("{alias} now finds {name}.").format(alias=clean(alias), name=item_shown(item.label)))


@items.verb(
    "merge",
    help=N_("Say that two are the same; reports show them as one."),
    epilog="donations items merge 医用口罩 口罩 --reason 同一种",
)
def merge_items(
    name: ItemArgument, into: IntoItem, reason: options.NeededReasonOption = None, book: options.BookOption = None
) -> None:
    """Two items become one in every report."""
    if not reason or not reason.strip():
        raise errors.ReasonMissing
    from donations.cli.counts import watched
    from donations.services import registering  # help pages do without

    with opened(book, writing=True) as open_book, watched(open_book):
        item = registering.merge_items(open_book, name, into, reason, clock.now())
        tell(_("{old} is now shown as {name}.").format(old=clean(name), name=item_shown(item.label)))


@items.verb(
    "pack",
    help=N_("Say what one pack always holds, so that 口罩5箱 can be counted."),
    epilog="donations items pack 口罩 1箱=2000个",
)
def pack_item(
    name: ItemArgument,
    pack: Annotated[str, typer.Argument(metavar=N_("PACK"), help=N_("Such as 1箱=2000个."))],
    book: options.BookOption = None,
) -> None:
    """What one pack holds."""
    from donations.services import packing  # help pages do without

    with opened(book, writing=True) as open_book:
        packed = packing.set_pack(open_book, name, pack, clock.now())
        sentence = _PACKED if packed.before is None else _PACKED_ANEW
        facts = {"item": packed.item.label, "one_unit": packed.unit, "amount": packed.holds, "before": packed.before}
        tell(said(sentence, facts))


@items.verb(
    "describe",
    help=N_("State an item's category, English name, or (before it is used) unit."),
    epilog="donations items describe 奶粉 --category 食品 --english 'milk powder'",
)
def describe_item(
    name: ItemArgument,
    category: CategoryOption = None,
    english: EnglishOption = None,
    unit: Annotated[str | None, UNIT] = None,
    book: options.BookOption = None,
) -> None:
    """What is known of an item."""
    from donations.services import registering  # help pages do without

    with opened(book, writing=True) as open_book:
        item = registering.describe_item(open_book, name, category, english, unit, clock.now())
        tell(said(N_("Kept: {item}, counted in {unit}"), {"item": item.label, "unit": item.unit}))
