"""Verbs about persons' privacy: contact and consent of a party, consent of a gift."""

from enum import StrEnum
from typing import Annotated

import typer

from donations import errors
from donations.cli import clock, completing, options
from donations.cli.registry import Registry
from donations.cli.session import Run, opened, tell
from donations.cli.showing import Showing, ShowingOptions, show
from donations.i18n import N_, _
from donations.output.cleaning import clean
from donations.output.terms import TERMS

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
        metavar=N_("CONSENT"),
        parser=parse_consent,
        autocompletion=completing.either(_CHINESE),
        help=N_("named (可署名), anonymous (匿名) or unset (未说明)."),
    ),
]
WithoutOption = Annotated[
    list[Contact] | None,
    typer.Option(
        "--without",
        metavar=N_("FIELD"),
        parser=parse_field,
        autocompletion=completing.either(_FIELDS_IN_CHINESE),
        help=N_("Erase this field: phone, wechat, email, address, identity-card, bank-account or remark."),
    ),
]


def _detail(name: str, help_text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(name, metavar=N_("TEXT"), help=help_text)
    return option


CONTACT = N_("Show or keep phone, address and the like; kept apart, and shown nowhere else.")
CONTACT_EXAMPLES = "donations {group} contact 李华\ndonations {group} contact 李华 --phone 13800138000\ndonations {group} contact 李华 --without phone"


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
    *,
    showing: ShowingOptions,
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
        _show_contact(name, showing, book)
        return
    from donations.services import privacy  # help pages do without

    with opened(book, writing=True) as open_book:
        party = privacy.set_contact(open_book, name, values, gone, clock.now(), again=Run.current is not None)
    if values:
        tell(_("Kept of {name}: {fields}").format(name=clean(party.name), fields=listed(list(values))))
    if gone:
        tell(_("Erased of {name}: {fields}").format(name=clean(party.name), fields=listed(gone)))


def _show_contact(name: str, showing: Showing, book: options.BookOption) -> None:
    from donations.reports import registers
    from donations.services import privacy

    with opened(book, writing=False) as open_book, open_book.read():
        show(registers.contact(open_book, *privacy.contact_of(open_book, name)), showing)


def listed(fields: list[str] | tuple[str, ...]) -> str:
    """Fields of contact as people read them."""
    return _(", ").join(_(TERMS[field]) for field in fields)


CONSENT = N_("Say whether the name may be published.")
CONSENT_EXAMPLES = "donations {group} consent 李华 named\ndonations {group} consent 王芳 匿名"


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
    number: options.GiftArgument,
    said: ConsentArgument,
    book: options.BookOption = None,
) -> None:
    """What was said of one gift."""
    from donations.services import privacy  # help pages do without

    with opened(book, writing=True) as open_book:
        privacy.set_gift_consent(open_book, number, _stored(said), clock.now(), again=Run.current is not None)
        tell(_("In public the donors of no. {number} are: {consent}").format(number=number, consent=_(_SAID[said])))
