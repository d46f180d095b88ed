"""Why what is said of the worth of goods is refused."""

from donations.errors.families import BadInput, WrongUsage
from donations.i18n import N_


class ValueTwice(WrongUsage):
    sentence = N_("The value is stated twice: with @ in “{got}” and with --value. Keep one of them.")


class ValueForSeveral(WrongUsage):
    sentence = N_(
        "--value fits one quantity only, and here are {count}: write the value beside each, such as 口罩5000个@@17500元."
    )


class MoneyWithValue(BadInput):
    sentence = N_("“{got}”: money has no value beside its amount.")


class PriceWithoutQuantity(BadInput):
    sentence = N_("“{got}” has a price for one but no number: write how many, or the whole value behind @@.")


class PricePerOtherUnit(BadInput):
    sentence = N_(
        "“{got}”: the price is per {per}, which isn't the unit that is counted; write the price per that unit, or the whole value behind @@."
    )


class BasisWithoutValue(WrongUsage):
    sentence = N_(
        "--basis says what a value rests on, and no value is stated: write it behind the goods, 口罩5000个@3.5元 or 口罩5000个@@17500元, or with --value, or leave --basis out."
    )
