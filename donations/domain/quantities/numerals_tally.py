"""The adding up of Chinese numbers, part by part."""

from fractions import Fraction

_MYRIAD = 10**4


class Tally:
    """Adds up the parts of a Chinese number from left to right: 一亿 | 二千 三百 万 | 五百 | 二."""

    def __init__(self) -> None:
        self.total = Fraction(0)
        self.section = Fraction(0)
        self.current: Fraction | None = None
        self.last_times = 0
        self.last_small = _MYRIAD
        self.last_big = 0
        self.after_zero = False
        self.short = False

    def takes(self, value: Fraction, *, single: bool) -> bool:
        """Whether a number may stand here; takes it if so. `single`: one digit, which may be short (1万2)."""
        if self.current is not None or (self.last_times and value >= self.last_times):
            return False
        self.current = value
        self.short = single and self.last_times > 10 and not self.after_zero  # noqa: PLR2004 - 十二 is 12
        return True

    def times(self, factor: int) -> bool:
        """Whether a multiplier may stand here; takes it if so."""
        if factor < _MYRIAD:
            if factor >= self.last_small:
                return False
            self.section += (1 if self.current is None else self.current) * factor
            self.last_small = factor
        else:
            if self.last_big and factor == self.last_big:
                return False
            part = self.section + (self.current or 0)
            if self.last_big and factor > self.last_big:
                self.total = (self.total + part) * factor
            else:
                self.total += (part if self.last_times or self.current is not None else 1) * factor
            self.section, self.last_big, self.last_small = Fraction(0), factor, _MYRIAD
        self.current, self.last_times, self.after_zero, self.short = None, factor, False, False
        return True

    def value(self) -> Fraction:
        rest = self.current or Fraction(0)
        return self.total + self.section + (rest * self.last_times / 10 if self.short else rest)
