"""The unified social credit code of an organisation (统一社会信用代码), with its check character."""

from donations import errors

_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_LENGTH = 18


def parse_credit_code(text: str) -> str:
    """The code as it is written on papers; raises NoCreditCode where it is none, or a character of it is wrong."""
    code = "".join(text.split()).upper()
    if len(code) != _LENGTH or any(character not in _CHARACTERS for character in code):
        raise errors.NoCreditCode(got=text[:40])
    total = sum(_CHARACTERS.index(character) * pow(3, at, 31) for at, character in enumerate(code[:-1]))
    if _CHARACTERS[-total % 31] != code[-1]:
        raise errors.NoCreditCode(got=text[:40])
    return code
