"""Verbs that record what happened: receive, distribute, buy, spend, transfer, return, refund."""

from typing import Annotated

import typer

from donations import errors
from donations.cli import completing, options, words
from donations.cli.option_sets import retold
from donations.cli.registry import Registry
from donations.cli.saving import SavingOptions, save
from donations.cli.session import settled_date, tell
from donations.cli.words import flat, worth
from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.i18n import N_, _

verbs = Registry(heading=N_("Record"))


@verbs.verb(
    "receive",
    help=N_("Record a gift: into stock, or straight through with --to."),
    epilog="""
donations receive 李华 5000元 口罩500个 --city 九江市
donations receive 东林寺 150万元 --via 爱心公益志愿者协会 --for 疫情防控
donations receive 一米阳光 口罩5000个 --to 市防控指挥部 --to 第三人民医院
donations receive 爱心企业 后勤物资@@约11万元 --date 2020-02-10
""",
)
def receive(
    donor: words.DonorArgument,
    quantities: words.QuantityArguments,
    to: words.ToOption = None,
    via: words.ViaOption = None,
    purpose: words.PurposeOption = None,
    city: options.CityOption = None,
    day: options.DateOption = None,
    with_: words.WithOption = None,
    payer: words.PayerOption = None,
    benefits: words.BeneficiaryOption = None,
    value: words.ValueOption = None,
    basis: words.BasisOption = None,
    store: words.StoreOption = None,
    named: words.NamedOption = False,
    anonymous: words.AnonymousOption = False,
    note: words.NoteOption = None,
    *,
    saving: SavingOptions,
) -> None:
    """A receipt into stock, or a relay where recipients are named."""
    flow = Flow.RELAYED if to else Flow.RECEIVED
    draft = Draft(
        "relay" if to else "receipt", settled_date(day, yes=saving.yes),
        tuple(DraftLine(quantity, flow, store, purpose) for quantity in flat(quantities)),
        {
            Role.DONOR: (donor, *(with_ or ())), Role.VIA: tuple(via or ()), Role.PAYER: (payer,) if payer else (),
            Role.RECIPIENT: tuple(to or ()), Role.BENEFICIARY: tuple(benefits or ()),
        },
        city, worth(value), basis and basis.value, note=note,
        consent=words.consent(named=named, anonymous=anonymous),
    )  # fmt: skip
    save(draft, saving)


@verbs.verb(
    "distribute",
    help=N_("Record what was given out of stock."),
    epilog="""
donations distribute 九江市第三人民医院 口罩300个
donations distribute 翰文苑小区 蔬菜100斤 鸡蛋200个 --for 疫情防控
""",
)
def distribute(
    recipient: words.RecipientArgument,
    quantities: words.QuantityArguments,
    to: Annotated[
        list[str] | None, retold(words.ToOption, N_("A further recipient; all receive it together, unsplit."))
    ] = None,
    via: words.ViaOption = None,
    purpose: words.PurposeOption = None,
    city: options.CityOption = None,
    day: options.DateOption = None,
    benefits: words.BeneficiaryOption = None,
    value: words.ValueOption = None,
    basis: words.BasisOption = None,
    store: words.StoreOption = None,
    note: words.NoteOption = None,
    *,
    saving: SavingOptions,
) -> None:
    """A distribution; several recipients receive it together, unsplit."""
    draft = Draft(
        "distribution", settled_date(day, yes=saving.yes),
        tuple(DraftLine(quantity, Flow.DISTRIBUTED, store, purpose) for quantity in flat(quantities)),
        {Role.RECIPIENT: (recipient, *(to or ())), Role.VIA: tuple(via or ()), Role.BENEFICIARY: tuple(benefits or ())},
        city, worth(value), basis and basis.value, note=note,
    )  # fmt: skip
    save(draft, saving)


@verbs.verb(
    "buy",
    help=N_("Record goods bought into stock; their price leaves the book's money."),
    epilog="""
donations buy 口罩1000个@3.5元 --from 康民药店
donations buy 大米2000斤@@5200元 --for 疫情防控
donations buy 口罩17700个 --payer 会员自筹
donations buy 手套500双@2元 --paid-from 银行账户
""",
)
def buy(
    quantities: words.QuantityArguments,
    supplier: words.SupplierOption = None,
    payer: Annotated[str | None, retold(words.PayerOption, N_("Who paid, where it was not the book's money."))] = None,
    paid_from: Annotated[
        str | None,
        typer.Option(
            "--paid-from",
            metavar=N_("STORE"),
            autocompletion=completing.stores,
            help=N_("The bank account or cash box that their price is paid from; else the usual one."),
        ),
    ] = None,
    purpose: words.PurposeOption = None,
    city: options.CityOption = None,
    day: options.DateOption = None,
    value: words.ValueOption = None,
    store: words.StoreOption = None,
    note: words.NoteOption = None,
    *,
    saving: SavingOptions,
) -> None:
    """A purchase: goods into stock, and what they cost out of the book's money unless somebody else paid."""
    if payer and paid_from:
        raise errors.PaidByWhom
    goods = flat(quantities)
    for quantity in goods:
        if quantity.is_money:
            raise errors.GoodsWanted(got=quantity.written)
    draft = Draft(
        "purchase", settled_date(day, yes=saving.yes),
        tuple(DraftLine(quantity, Flow.BOUGHT, store, purpose) for quantity in goods),
        {Role.SUPPLIER: tuple(supplier or ()), Role.PAYER: (payer,) if payer else ()},
        city, worth(value), "invoice", paid_from_book=payer is None, paid_from=paid_from, note=note,
    )  # fmt: skip
    save(draft, saving)
    if payer is None and value is None:
        _say_unpriced([quantity.item for quantity in goods if quantity.price is None])


def _say_unpriced(items: list[str]) -> None:
    """Say of goods that were bought without a price that their money is in the book yet; nothing where there are none."""
    if not items:
        return
    from donations.output.cells import Reader  # help pages do without

    named = _(", ").join(map(Reader().item_name, items))
    tell(_("No price is stated for {items}: no money left the book.").format(items=named))


@verbs.verb(
    "spend",
    help=N_("Record money paid for costs, such as freight."),
    epilog="donations spend 800元 --to 顺达货运 --note 运费",
)
def spend(
    quantities: words.MoneyArguments,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar=N_("PARTY"), autocompletion=completing.parties, help=N_("Who was paid.")),
    ] = None,
    purpose: words.PurposeOption = None,
    city: options.CityOption = None,
    day: options.DateOption = None,
    store: words.StoreOption = None,
    note: words.NoteOption = None,
    *,
    saving: SavingOptions,
) -> None:
    """An expense: money out, nothing in."""
    money = flat(quantities)
    for quantity in money:
        if not quantity.is_money:
            raise (errors.PayeeForMoney if quantity.is_bare else errors.NotMoney)(got=quantity.written)
    draft = Draft(
        "expense", settled_date(day, yes=saving.yes), tuple(DraftLine(quantity, Flow.SPENT, store, purpose) for quantity in money),
        {Role.SUPPLIER: tuple(to or ())}, city, note=note,
    )  # fmt: skip
    save(draft, saving)


@verbs.verb(
    "transfer",
    help=N_("Move stock or money from one store to another."),
    epilog="donations transfer 口罩500个 --from 一号仓 --to 二号仓",
)
def transfer(
    quantities: words.QuantityArguments,
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar=N_("STORE"),
            autocompletion=completing.stores,
            help=N_("The store it leaves; else the usual one."),
        ),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar=N_("STORE"),
            autocompletion=completing.stores,
            help=N_("The store it goes to; else the usual one."),
        ),
    ] = None,
    purpose: words.PurposeOption = None,
    day: options.DateOption = None,
    note: words.NoteOption = None,
    *,
    saving: SavingOptions,
) -> None:
    """A transfer: out of one store and into another, in one act."""
    if source == target:
        raise errors.TransferNowhere
    moves = [
        (quantity, flow, place)
        for quantity in flat(quantities)
        for flow, place in ((Flow.MOVED_OUT, source), (Flow.MOVED_IN, target))
    ]
    lines = tuple(DraftLine(quantity, flow, place, purpose) for quantity, flow, place in moves)
    draft = Draft("transfer", settled_date(day, yes=saving.yes), lines, note=note)
    save(draft, saving)


@verbs.verb(
    "return",
    help=N_(
        "Record goods that a recipient gave back into stock.\n\nThey take their share of the value of what the recipient got along, where none is stated and only one entry can be meant."
    ),
    epilog="donations return 九江市第三人民医院 护目镜20个",
)
def return_(
    recipient: words.ReturningArgument,
    quantities: words.QuantityArguments,
    purpose: words.PurposeOption = None,
    city: options.CityOption = None,
    day: options.DateOption = None,
    store: words.StoreOption = None,
    given_before: words.GivenBeforeOption = False,
    note: words.NoteOption = None,
    *,
    saving: SavingOptions,
) -> None:
    """A return into stock: it lessens what was distributed."""
    lines = tuple(DraftLine(quantity, Flow.RETURNED, store, purpose) for quantity in flat(quantities))
    parties = {Role.RECIPIENT: (recipient,)}
    draft = Draft(
        "return", settled_date(day, yes=saving.yes), lines, parties, city, note=note, given_before=given_before
    )
    save(draft, saving)


@verbs.verb(
    "refund",
    help=N_(
        "Record what was given back to a donor.\n\nWhat several gave together goes back to all of them, as it was given. Goods that go back take their share of the value of the gift along, where none is stated and only one gift can be meant."
    ),
    epilog="donations refund 李华 500元 --of 12 --note 重复转账",
)
def refund(
    donor: words.RefundedArgument,
    quantities: words.QuantityArguments,
    purpose: words.PurposeOption = None,
    city: options.CityOption = None,
    day: options.DateOption = None,
    store: words.StoreOption = None,
    named: words.NamedOption = False,
    anonymous: words.AnonymousOption = False,
    given_before: words.GivenBeforeOption = False,
    gift: words.GiftOption = None,
    note: words.NoteOption = None,
    *,
    saving: SavingOptions,
) -> None:
    """A return to the donor: it lessens what was received."""
    if gift is not None and given_before:
        raise errors.RefundGiftTwice
    lines = tuple(DraftLine(quantity, Flow.REFUNDED, store, purpose) for quantity in flat(quantities))
    draft = Draft(
        "return", settled_date(day, yes=saving.yes), lines, {Role.DONOR: (donor,)}, city, note=note,
        consent=words.consent(named=named, anonymous=anonymous), given_before=given_before, gift=gift,
    )  # fmt: skip
    save(draft, saving)
