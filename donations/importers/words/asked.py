"""How forms number and put their questions: 1、您的姓名 is 姓名."""

import re

_ASKED = re.compile(
    r"^(?:q?[0-9]{1,2}[、.:)]\s*)?(?:请(?:填写|输入|选择|问)?)?(?:(?:您|你)(?:的|本次)?)?(?:真实)?(?=[\u3400-\u9fff]{2})"
)


def without_question(heading: str) -> str:
    """A heading (normal) without the number and the words by which a form asks for it."""
    return _ASKED.sub("", heading) or heading
