"""What payment services pay out to a bank: money of givers whom only their bills name. All is invented."""

import pytest
from harness.tables import told

from donations.importers.words.accounts import OTHER_INCOME, PAID_OUT

BANK = "交易日期,摘要,收入金额,支出金额,余额,对方户名,附言\n"


def said_of(name: str, summary: str = "跨行转入", remark: str = "") -> str:
    """What is said of the second of two rows of a bank's list."""
    rows = f"2020-03-01,转账,5.00,,105.00,李华,\n2020-03-02,{summary},100.00,,205.00,{name},{remark}\n"
    return told(BANK + rows).splitlines()[2].split(" ", 1)[1]


@pytest.mark.parametrize(
    ("name", "summary"),
    [
        ("财付通支付科技有限公司", "跨行转入"),
        ("深圳市财付通支付科技有限公司客户备付金", "商户结算"),
        ("支付宝（中国）网络技术有限公司", "汇入"),
        ("支付宝(中国)网络技术有限公司客户备付金", "提现"),
        ("财付通-微信零钱提现", "转入"),
        ("某某支付服务有限公司", "代付"),
        ("银联商务股份有限公司", "捐款码结算款"),
        ("待清算商户消费款", "银联入账"),
        ("支付宝-余额", "转入"),
        ("支付宝扫码支付", "转入"),
        ("汇付天下有限公司", "转账"),
        ("某某科技有限公司", "微信支付商户结算款"),
        ("某某银行股份有限公司", "POS商户T+1结算"),
        ("某某信息技术有限公司", "收款码资金清算"),
    ],
)
def test_what_a_service_pays_out_is_nobodys_gift(name: str, summary: str) -> None:
    """Its own bill names who gave, so that it would be booked twice, and once under the service's name."""
    assert said_of(name, summary) == f"- {PAID_OUT}"


@pytest.mark.parametrize(
    ("name", "remark"),
    [
        ("支付宝用户张三", ""),
        ("待结算财政款项-某局", "扶贫"),
        ("微信支付转账 张三", ""),
        ("支付宝爱心人士", ""),
        ("支付宝捐款", ""),
        ("某支付公司工会", ""),
        ("某支付科技有限公司员工", ""),
        ("拉卡拉公益基金会", ""),
        ("支付宝（中国）网络技术有限公司", "向贵会捐款"),
        ("某某科技有限公司", "微信捐款结算"),
        ("某某科技有限公司", "结算"),
        ("某某科技有限公司", "微信"),
        ("某某公司工会", "微信收款结算"),
        ("江西易宝汽车配件有限公司", "转账"),
    ],
)
def test_who_is_named_or_says_so_gave(name: str, remark: str) -> None:
    """Also a service itself may give."""
    assert said_of(name, remark=remark).startswith(f"receipt 2020-03-02 donor={name}")


@pytest.mark.parametrize("name", ["支付宝-张三", "支付宝（张三）", "支付宝 张三"])
def test_who_paid_by_it_gave(name: str) -> None:
    """The service before a name is the way that it came."""
    assert said_of(name, remark="").startswith("receipt 2020-03-02 donor=张三:")


def test_what_it_gives_back_is_no_payout() -> None:
    """A refund of what was bought by it."""
    assert said_of("财付通支付科技有限公司", "退款").endswith(f"or {OTHER_INCOME}")


def test_in_a_list_of_givers_it_gave() -> None:
    """捐款人 says who did, and a list without what was spent is no bank's."""
    for text in (
        "日期,捐款人,收入,支出\n2020-03-01,支付宝（中国）网络技术有限公司,7.00,\n",
        "日期,捐赠单位,金额\n2020-03-01,支付宝（中国）网络技术有限公司,7.00\n",
    ):
        assert "receipt" in told(text).splitlines()[1]
