"""Verbs about persons' privacy: contact and consent of a party, consent of a gift, and to forget somebody."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from donations import errors
from donations.cli import clock, options
from donations.cli.frame import Registry
from donations.cli.session import Run, Showing, ask, is_attended, opened, show, tell
from donations.i18n import N_, _
from donations.output.cells import TERMS, clean

if TYPE_CHECKING:
    from donations.services.privacy import Forgetting
    from donations.store.book import Book

verbs = Registry(heading=N_("Privacy"))


class Contact(StrEnum):
    """What is kept of how a party is reached."""

    PHONE = "phone"
    WECHAT = "wechat"
    EMAIL = "email"
    ADDRESS = "address"
    IDENTITY_CARD = "identity-card"
    BANK_ACCOUNT = "bank-account"
    REMARK = "remark"


class Consent(StrEnum):
    """What was said of being named in public."""

    NAMED = "named"
    ANONYMOUS = "anonymous"
    UNSET = "unset"


_CHINESE = {"可署名": Consent.NAMED, "匿名": Consent.ANONYMOUS, "未说明": Consent.UNSET}


def parse_consent(word: str) -> Consent:
    """What was said, in English or Chinese. Raises UnknownConsent."""
    known = {each.value: each for each in Consent} | _CHINESE
    found = known.get(word.strip().lower())
    if found is None:
        raise errors.UnknownConsent(got=word, words=[f"{each.value} {chinese}" for chinese, each in _CHINESE.items()])
    return found


_FIELDS_IN_CHINESE = dict(zip(("电话", "微信", "邮箱", "地址", "身份证", "银行账户", "备注"), Contact, strict=True))


def parse_field(word: str) -> Contact:
    """A field of contact, in English or Chinese. Raises UnknownField."""
    known = {each.value: each for each in Contact} | _FIELDS_IN_CHINESE
    found = known.get(word.strip().lower().replace("_", "-"))
    if found is None:
        fields = [f"{each.value} {chinese}" for chinese, each in _FIELDS_IN_CHINESE.items()]
        raise errors.UnknownField(got=word, words=fields)
    return found


ConsentArgument = Annotated[
    Consent,
    typer.Argument(
        metavar=N_("CONSENT"), parser=parse_consent, help=N_("named (可署名), anonymous (匿名) or unset (未说明).")
    ),
]
WithoutOption = Annotated[
    list[Contact] | None,
    typer.Option(
        "--without",
        metavar=N_("FIELD"),
        parser=parse_field,
        help=N_("Erase this field: phone, wechat, email, address, identity-card, bank-account or remark."),
    ),
]


def _detail(name: str, help_text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(name, metavar=N_("TEXT"), help=help_text)
    return option


CONTACT = N_("Show or keep how it is reached; kept apart from the journal, shown in no other report.")
CONTACT_EXAMPLES = "donations donors contact 李华\ndonations donors contact 李华 --phone 13800138000 --address 九江市庐山市牯岭镇\ndonations donors contact 李华 --without phone"


def contact(
    name: options.PartyArgument,
    phone: Annotated[str | None, _detail("--phone", N_("Telephone number."))] = None,
    wechat: Annotated[str | None, _detail("--wechat", N_("WeChat account."))] = None,
    email: Annotated[str | None, _detail("--email", N_("E-mail address."))] = None,
    address: Annotated[str | None, _detail("--address", N_("Postal address."))] = None,
    identity_card: Annotated[str | None, _detail("--identity-card", N_("Number of the identity card."))] = None,
    bank_account: Annotated[str | None, _detail("--bank-account", N_("Bank account or card."))] = None,
    remark: Annotated[str | None, _detail("--remark", N_("What else there is to know."))] = None,
    without: WithoutOption = None,
    format_name: options.FormatOption = None,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    raw: options.RawOption = False,
    book: options.BookOption = None,
) -> None:
    """Keep or erase what was given; without any, show what is kept, in full."""
    said = {
        "phone": phone, "wechat": wechat, "email": email, "address": address, "identity_card": identity_card,
        "bank_account": bank_account, "remark": remark,
    }  # fmt: skip
    values = {field: value for field, value in said.items() if value is not None}
    gone = [field.value.replace("-", "_") for field in without or ()]
    if not values and not gone:
        _show_contact(name, Showing(format_name, output, force, raw), book)
        return
    from donations.services import privacy  # help pages do without

    with opened(book, writing=True) as open_book:
        party = privacy.set_contact(open_book, name, values, gone, clock.now(), again=Run.current is not None)
    if values:
        tell(_("Kept of {name}: {fields}").format(name=clean(party.name), fields=_listed(list(values))))
    if gone:
        tell(_("Erased of {name}: {fields}").format(name=clean(party.name), fields=_listed(gone)))


def _show_contact(name: str, showing: Showing, book: options.BookOption) -> None:
    from donations.reports import registers
    from donations.services import privacy

    with opened(book, writing=False) as open_book, open_book.read():
        show(registers.contact(open_book, *privacy.contact_of(open_book, name)), showing)


def _listed(fields: list[str] | tuple[str, ...]) -> str:
    return _(", ").join(_(TERMS[field]) for field in fields)


CONSENT = N_("Say whether it may be named in public.")
CONSENT_EXAMPLES = "donations donors consent 李华 named\ndonations donors consent 王芳 匿名"


def party_consent(name: options.PartyArgument, said: ConsentArgument, book: options.BookOption = None) -> None:
    """What a party said of being named."""
    from donations.services import privacy  # help pages do without

    with opened(book, writing=True) as open_book:
        party = privacy.set_party_consent(open_book, name, _stored(said), clock.now(), again=Run.current is not None)
        tell(_("In public {name} is: {consent}").format(name=clean(party.name), consent=_(_SAID[said])))


def _stored(said: Consent) -> str | None:
    return None if said is Consent.UNSET else said.value


_SAID = {Consent.NAMED: TERMS["named"], Consent.ANONYMOUS: TERMS["anonymous"], Consent.UNSET: N_("not stated")}


@verbs.verb(
    "consent",
    help=N_("Say of one gift whether its donors may be named in public; it goes before what a donor said for all."),
    epilog="donations consent 12 anonymous\ndonations consent 12 可署名",
)
def gift_consent(
    number: Annotated[int, typer.Argument(metavar=N_("NUMBER"), min=1, help=N_("The entry's number."))],
    said: ConsentArgument,
    book: options.BookOption = None,
) -> None:
    """What was said of one gift."""
    from donations.services import privacy  # help pages do without

    with opened(book, writing=True) as open_book:
        privacy.set_gift_consent(open_book, number, _stored(said), clock.now(), again=Run.current is not None)
        tell(_("In public the donors of no. {number} are: {consent}").format(number=number, consent=_(_SAID[said])))


# --- forget

_LEFT_OVER = {
    "typed": N_("quantities as they were typed (entries {numbers})"),
    "requests": N_("request ids (entries {numbers})"),
    "notes": N_("notes of entries {numbers}"),
    "purposes": N_("names of purposes"),
    "stores": N_("names of stores"),
    "items": N_("names of items"),
    "parties": N_("names of other parties"),
    "acts": N_("what was done to items, stores or purposes"),
    "book": N_("the association's name"),
}
_MOST_NUMBERS = 10


@verbs.verb(
    "forget",
    help=N_(
        "Erase what is personal of a party: names, contact, and notes that name it.\n\n"
        "Entries, amounts and cities stay, and the chain still verifies. It can't be taken back."
    ),
    epilog="donations forget 李华 --reason 本人要求删除\ndonations forget 李华 --notes --yes",
)
def forget(
    name: options.PartyArgument,
    notes: Annotated[
        bool, typer.Option("--notes", help=N_("Erase all notes of its entries, also those that don't name it."))
    ] = False,
    reason: options.ReasonOption = None,
    yes: Annotated[bool, typer.Option("--yes", help=N_("Don't ask: it is meant."))] = False,
    book: options.BookOption = None,
) -> None:
    """Erase a party's names, contact and notes, bytes and all."""
    from donations.services import privacy  # help pages do without

    if Run.current is not None:
        raise errors.ForgetInRun
    with opened(book, writing=True) as open_book:
        if not yes:
            found = privacy.to_forget(open_book, name, all_notes=notes)
            if not is_attended():
                raise errors.ForgetUnasked
            for line in _what_goes(found):
                tell(line)
            if ask(_("Erase this for ever? [y/N]")).lower() not in ("y", "yes", "是", "好"):
                raise errors.Declined
        found = privacy.forget(open_book, name, reason, clock.now(), all_notes=notes)
        sentence = _("Forgotten: in reports it is {shown} from now on, in {count} entries.")
        tell(sentence.format(shown=f"（已删除）{found.party.number}号", count=len(found.entries)))
        for line in _what_stays(found, open_book):
            tell(line)


def _what_goes(found: "Forgetting") -> list[str]:
    lines = [
        _("Names that are erased: {names}").format(names=clean("、".join(found.names))),
        _("It stands in {count} entries, which stay with their amounts and cities.").format(count=len(found.entries)),
    ]
    if found.contact:
        lines.append(_("Contact that is erased: {fields}").format(fields=_listed(found.contact)))
    if found.notes:
        lines.append(_("Notes that are erased: of entries {numbers}").format(numbers=_numbers(found.notes)))
    if found.reasons:
        lines.append(_("Reasons of changed names that are erased: {count}").format(count=len(found.reasons)))
    return lines


def _what_stays(found: "Forgetting", book: "Book") -> list[str]:
    """What this program can't erase, said honestly; never the name itself."""
    places = [_(_LEFT_OVER[place]).format(numbers=_numbers(numbers)) for place, numbers in found.left_over.items()]
    lines = (
        [_("Not erased, and the name stands there too: {places}").format(places=_("; ").join(places))] if places else []
    )
    if found.entries and not found.notes and "notes" not in found.left_over:
        lines.append(_("Notes of its entries that don't name it were kept: --notes erases them too."))
    folder, stem, ending = book.path.parent, book.path.stem, book.path.suffix
    beside = [*folder.glob(f"{stem}-v*{ending}"), *folder.glob(f"{stem}-replaced-*{ending}")]
    copies = sorted([*beside, *folder.glob(f"backups/{stem}*{ending}")])
    if copies:
        kept = "、".join(clean(str(path)) for path in copies)
        lines.append(
            _("These copies of the book may still have the name; delete them, or make new ones: {copies}").format(
                copies=kept
            )
        )
    lines.append(
        _(
            "Backups, exports and printed reports made before still have it, files of commands too; so may the disk, where files once lay."
        )
    )
    return lines


def _numbers(numbers: Sequence[int]) -> str:

    return "、".join(map(str, numbers[:_MOST_NUMBERS])) + "…" * (len(numbers) > _MOST_NUMBERS)
