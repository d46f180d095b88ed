"""Every verb with words to try it by: for tests that hold all of them to something."""

from collections.abc import Iterator
from pathlib import Path

from donations.cli.app import root
from donations.cli.registry import Registry

PAPER = Path(__file__).parent.parent / "sample_data" / "receipts.csv"
RECORDING = {
    "receive": "receive 李华 口罩5个 --yes", "distribute": "distribute 市三院 口罩1个 --yes", "buy": "buy 口罩5个@1元 --payer 李华",
    "spend": "spend 1元", "transfer": "transfer 口罩1个 --to 二号仓 --new", "return": "return 市三院 口罩1个",
    "refund": "refund 李华 1元", "adjust": "adjust loss 口罩1个", "reverse": "reverse 3 --reason 重复",
    "correct": "correct 1 口罩600个", "donors add": "donors add 钱某 --new", "donors rename": "donors rename 李华 李桦",
    "donors alias": "donors alias 李华 老李", "donors merge": "donors merge 王芳 李华 --reason 同一人",
    "recipients add": "recipients add 赵村 --new", "recipients rename": "recipients rename 市三院 第三医院",
    "recipients alias": "recipients alias 市三院 三院", "recipients merge": "recipients merge 市三院 李华 --reason 同一人",
    "items add": "items add 手套 --unit 双 --new", "items rename": "items rename 口罩 面罩", "items alias": "items alias 口罩 面具",
    "items merge": "items merge 鸡蛋 口罩 --reason 同一样", "items pack": "items pack 口罩 1箱=2000个",
    "items describe": "items describe 口罩 --category 防护",
    "donors contact": "donors contact 李华 --phone 13800138000", "donors consent": "donors consent 李华 named",
    "recipients contact": "recipients contact 市三院 --remark 门卫", "recipients consent": "recipients consent 市三院 anonymous",
    "consent": "consent 1 named", "close": "close 2020-02", "publish": "publish 2020-02", "forget": "forget 李华 --yes",
    "import": f"import {PAPER}", "certificate": "certificate 1", "handover": "handover --filed 3",
}  # fmt: skip
"""Verbs that write, each so that it can be done in the book of `START`."""

READING = {
    "totals": "totals --by city", "stock": "stock", "ledger": "ledger", "journal": "journal", "month": "month 2020-02", "show": "show 1",
    "bulletin": "bulletin 2020-02",
    "donors list": "donors list", "recipients list": "recipients list", "items list": "items list",
    "statement": "statement 李华", "receipt": "receipt 1", "trace": "trace 1",
    "imports": "imports", "sql": "sql", "amend": "amend", "due": "due", "check": "check", "info": "info", "start": "start",
}  # fmt: skip
"""Verbs that read."""

OTHERS = {"init", "run", "backup", "restore", "salvage", "export journal", "export book"}
"""Verbs that make files: `init` a book, `backup`, `restore` and `salvage` another one, `export` a journal or a book as a table; `run` runs the others."""

START = (
    "receive 李华 口罩500个@@1750元 5000元 --date 2020-02-01 --city 九江市 --note 第一批 --yes",
    "receive 王芳 鸡蛋300个 --date 2020-02-02 --city 吉安市 --for 小学 --new --yes",
    "distribute 市三院 口罩100个 --date 2020-02-03 --city 九江市 --yes",
)


def verbs() -> Iterator[str]:
    """Every verb, as it is typed; groups themselves are none."""

    def below(registry: Registry, *path: str) -> Iterator[str]:
        for name in registry.names():
            entry = registry.find(name)
            assert entry is not None
            if entry.verbs is None:
                yield " ".join((*path, entry.name))
            else:
                yield from below(entry.verbs, *path, entry.name)

    registry = root().entry.verbs
    assert registry is not None
    yield from below(registry)


EVERY = {**RECORDING, **READING}
