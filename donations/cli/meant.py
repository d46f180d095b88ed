"""Words that people type for a verb which has another name here, in either language."""

from collections.abc import Container

_MEANT = {
    "undo delete remove rm 撤销 删除": ["reverse", "import --undo"],
    "give 给": ["receive", "distribute"],  # a donor gives, and so does the association
    "distribution hand out 发 发放 发出 出库 领用": ["distribute"],
    "relay 转交 转赠": ["receive --to"],
    "donate donation gift get got accept add record enter 收 受赠 接收 收到 收款 入库 入账 捐 捐赠 捐款 登记 记 记账": [
        "receive"
    ],
    "count 盘点": ["adjust count"],
    "loss lose 损耗": ["adjust loss"],
    "expiry expire 过期": ["adjust expiry"],
    "opening 期初": ["adjust opening"],
    "purchase 买 采购 购买": ["buy"],
    "pay expense 付 支出 付款 报销": ["spend"],
    "move 调 调拨": ["transfer"],
    "lend 借出 出借": ["transfer"],  # it stays one's own, in a store that is called by who has it
    "退": ["refund", "return"],
    "退回": ["return"],
    "退款 退还": ["refund"],
    "edit change fix 更正 修改 改正": ["correct"],
    "reversal 冲销": ["reverse"],
    "导入": ["import"],
    "read 读 读取": ["import", "receive"],  # bulletins and messages aren't read yet
    "导出": ["export"],
    "sum summary total 汇总 合计": ["totals"],
    "balance inventory 库存 结存": ["stock"],
    "list entries 明细 明细账": ["ledger"],
    "流水 流水账": ["journal"],
    "月报 月度": ["month"],
    "结账 月结": ["close"],
    "公示": ["publish"],
    "证书 感谢状": ["certificate"],
    "收据 票据": ["receipt"],
    "交接": ["handover"],
    "去向 追踪 追溯": ["trace"],
    "备份": ["backup"],
    "恢复": ["restore"],
    "核对 检查": ["check"],
    "donor 捐赠方 捐赠人": ["donors"],
    "recipient 接收方 受赠方": ["recipients"],
    "item goods 物品 物资": ["items"],
    "new create 新建": ["init"],
    "rename 改名 更名": ["donors rename", "items rename"],
    "merge 合并": ["donors merge", "items merge"],
    "alias 别名 简称": ["donors alias", "items alias"],
}
_BY_WORD = {word: verbs for words, verbs in _MEANT.items() for word in words.split()}


def meant_by(word: str, known: Container[str]) -> list[str]:
    """What is typed here for what `word` says; nothing where these verbs, the `known`, don't have it."""
    return [typed for typed in _BY_WORD.get(word.lower(), ()) if typed.split()[0] in known]
