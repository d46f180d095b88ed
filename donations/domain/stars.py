"""Names with characters hidden by stars, as banks and payment services print them: 李*, *建国, 甲***公司."""

_LONGEST = 40


def may_be(masked: str, name: str) -> bool:
    """Whether `name`, which hides nothing, may be who stands as `masked`; each row of stars hides one character or more."""
    if "*" not in masked or "*" in name or len(masked) > _LONGEST:
        return False
    begin, end = masked.partition("*")[0], masked.rpartition("*")[2]
    return bool(begin or end) and len(name) > len(begin + end) and name.startswith(begin) and name.endswith(end)
