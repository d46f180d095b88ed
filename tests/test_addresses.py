"""The city within an address: which one it is, whose address counts, and that nothing else of it is kept. All is invented."""

import json
from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told

from donations.domain.addresses import place_in_address
from donations.domain.divisions import LONGEST_TEXT

STREET = "长虹大道1号"


@pytest.mark.parametrize(
    ("address", "place"),
    [
        (f"江西省九江市浔阳区{STREET}", "九江市浔阳区"),
        (f"332000 江西省 九江市 浔阳区 {STREET}", "九江市浔阳区"),
        (f"中国江西九江浔阳区{STREET}", "九江市浔阳区"),
        (f"九江浔阳区{STREET}", "九江市浔阳区"),
        ("江西九江浔阳东路1号", "九江市"),
        ("章贡区红旗大道2号", "赣州市章贡区"),
        ("星子县南康镇", "九江市星子县"),
        ("北京市市辖区朝阳区建国路3号", "北京市朝阳区"),
        ("江苏省南京市鼓楼区中山路", "南京市鼓楼区"),
        ("广东省东莞市南城街道", "东莞市"),
        ("台湾省台北市大安区", "台北市大安区"),
        ("臺北市大安區忠孝東路", "台北市大安区"),
        ("内蒙古呼和浩特市新城区", "呼和浩特市新城区"),
        ("九江", "九江市"),
        ("上海市黄浦区九江路3号商会大厦", "上海市黄浦区"),
        ("九江市浔阳区甘棠街道办事处", "九江市浔阳区"),
        ("1 Changhong Avenue, Xunyang District, Jiujiang", "九江市"),
        ("1 Changhong Avenue, Jiujiang City, Jiangxi Province 332000, P.R. China", "九江市"),
        ("5 Century Road, Pudong, Shanghai", "上海市"),
        ("9 East Street, Suzhou, Jiangsu", "苏州市"),
    ],
)
def test_the_city_of_an_address(address: str, place: str) -> None:
    found = place_in_address(address)
    assert found is not None, address
    assert f"{found.city}{found.county or ''}" == place


CAPITALS = """
Hefei, Anhui 合肥市
Fuzhou, Fujian 福州市
Lanzhou, Gansu 兰州市
Guangzhou, Guangdong 广州市
Nanning, Guangxi 南宁市
Guiyang, Guizhou 贵阳市
Haikou, Hainan 海口市
Shijiazhuang, Hebei 石家庄市
Harbin, Heilongjiang 哈尔滨市
Zhengzhou, Henan 郑州市
Wuhan, Hubei 武汉市
Changsha, Hunan 长沙市
Hohhot, Inner Mongolia 呼和浩特市
Nanjing, Jiangsu 南京市
Nanchang, Jiangxi 南昌市
Changchun, Jilin 长春市
Shenyang, Liaoning 沈阳市
Yinchuan, Ningxia 银川市
Xining, Qinghai 西宁市
Xi'an, Shaanxi 西安市
Jinan, Shandong 济南市
Taiyuan, Shanxi 太原市
Chengdu, Sichuan 成都市
Taipei, Taiwan 台北市
Lhasa, Tibet 拉萨市
Urumqi, Xinjiang 乌鲁木齐市
Kunming, Yunnan 昆明市
Hangzhou, Zhejiang 杭州市
"""


@pytest.mark.parametrize("line", CAPITALS.split("\n")[1:-1])
def test_every_province_is_known_by_its_name_in_english(line: str) -> None:
    address, _, city = line.rpartition(" ")
    found = place_in_address(f"1 Main Road, {address}")
    assert found is not None, address
    assert found.city == city


@pytest.mark.parametrize(
    "address",
    [
        "",
        "鼓楼区中山路1号",
        "朝阳区建国路1号",
        "城东区建设路",
        "高新区科技园",
        "南京路100号",
        "上海路12号",
        "西藏南路2号",
        "北京大厦5楼",
        "河南南阳路3号",
        "吉林吉林大街1号",
        "中山大学",
        "永和沛县城",
        "九江市场街2号",
        "九江市章贡区",
        "湖北省九江市",
        "江西省",
        "甘棠村12号",
        "都市花园3栋",
        "九江市驻南昌办事处",
        "上海市第一人民医院南昌分院",
        "南昌市九江商会",
        "江西省温州同乡会",
        "12 Ngwa Road, Aba",
        "123 Main St, Springfield, IL",
        "Anyang-si, Gyeonggi-do, Korea",
        "9 East Street, Suzhou, China",
        "1 Beijing Road, Perth",
        "Jilin, China",
        ",",
        "China",
    ],
)
def test_a_city_is_never_guessed(address: str) -> None:
    assert place_in_address(address) is None


@pytest.mark.parametrize("address", ["九江" * 16_000, "江西省" * 10_000, ", " * 16_000, "a" * 32_000, "1" * 32_000])
def test_long_addresses_end(address: str) -> None:
    assert place_in_address(address) is None or len(address) > LONGEST_TEXT


def test_addresses_are_asked_of_no_names_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each took a twentieth of a second: every beginning that is no place was compared with all names there are."""
    monkeypatch.setattr("donations.domain.place._alike", lambda *_: pytest.fail("compared"))
    assert place_in_address("江西省九江市浔阳区长虹大道5号") is not None
    assert place_in_address("都市花园5栋") is None


@pytest.mark.parametrize(("region", "note"), [("第3片区", "“第3片区”"), ("2组", "“2组”"), ("长虹大道1号", "")])
def test_where_many_live_stays_a_remark(region: str, note: str) -> None:
    """What is no address of a house was dropped with these."""
    assert told(f"日期,捐赠人,地区,金额\n2020-02-01,李华,{region},5\n").splitlines()[1] == (
        f"2 receipt 2020-02-01 donor=李华: CNY 5元 {note}{' ' * bool(note)}[5CNY]"
    )


def places(table: str) -> list[str]:
    """Where each row belongs, "" of those that say nothing of it."""
    return [line.partition(" in ")[2].partition(":")[0] for line in told(table).splitlines()[1:]]


@pytest.mark.parametrize(
    "heading",
    [
        "地址",
        "通讯地址",
        "联系地址",
        "单位地址",
        "收货地址",
        "详细地址",
        "所在地",
        "地区",
        "城市",
        "住址",
        "捐赠人地址",
        "*地址（必填）",
    ],
)
def test_the_address_of_who_gave(heading: str) -> None:
    table = f"日期,姓名,金额,{heading}\n2020-02-01,李华,100,江西省九江市浔阳区{STREET}\n"
    assert places(table) == ["九江市浔阳区"]
    assert "长虹" not in told(table)


@pytest.mark.parametrize("heading", ["Address", "Mailing Address", "donor_address", "Home address"])
def test_the_english_address_of_who_gave(heading: str) -> None:
    table = f'Date,Donor,Amount (CNY),{heading}\n2020-02-01,Li Hua,100,"1 Changhong Avenue, Jiujiang, Jiangxi"\n'
    assert places(table) == ["九江市"]


@pytest.mark.parametrize("heading", ["网址", "邮箱地址", "IP地址", "项目地址", "Email Address", "Web address"])
def test_other_addresses_say_no_place(heading: str) -> None:
    assert places(f"日期,姓名,金额,{heading}\n2020-02-01,李华,100,江西省九江市\n") == [""]


def test_an_address_of_no_known_city_stops_nothing() -> None:
    table = "日期,接收单位,品名,数量,地址\n2020-02-01,市一院,口罩,5个,甘棠村12号\n2020-02-01,二院,口罩,5个,九江市1号\n2020-02-02,三院,口罩,5个,同上\n"
    assert places(table) == ["", "九江市", "九江市"]
    assert "甘棠" not in told(table)
    assert "甘棠" not in told(table.replace("地址", "所在地区"))


@pytest.mark.parametrize(
    ("headings", "cells", "place"),
    [
        ("捐赠单位,接收单位,地址", f"甲公司,市一院,九江市{STREET}", "九江市"),
        ("捐赠单位,地址,接收单位", f"甲公司,九江市{STREET},市一院", ""),
        ("捐赠单位,接收单位,捐赠单位地址", f"甲公司,市一院,九江市{STREET}", ""),
        ("捐赠单位,收货地址,接收单位", f"甲公司,九江市{STREET},市一院", "九江市"),
        ("接收单位,捐赠人地址", f"市一院,九江市{STREET}", ""),
        ("捐赠单位,城市,地址", f"甲公司,赣州市,九江市{STREET}", "赣州市"),
        ("捐赠单位,区县,地址", f"甲公司,永丰县,九江市{STREET}", "吉安市永丰县"),
        ("捐赠单位,区县,地址", "甲公司,鼓楼区,江苏省南京市鼓楼区中山路", "南京市鼓楼区"),
        ("捐赠单位,地址,联系地址", f"甲公司,甘棠村,九江市{STREET}", "九江市"),
    ],
)
def test_whose_address_counts(headings: str, cells: str, place: str) -> None:
    assert places(f"日期,{headings},品名,数量\n2020-02-01,{cells},口罩,5个\n") == [place]


def test_the_address_of_an_account_says_nothing() -> None:
    assert places("交易日期,收入金额,支出金额,对方户名,地址\n2020-02-01,100,,李华,九江市1号\n") == [""]


def test_many_rows_with_addresses(desk: Desk, tmp_path: Path) -> None:
    """Rows read by the hundred belong where the others do; a list that came before its addresses were read is known again."""
    head, rows = "日期,姓名,金额", [f"2020-02-0{1 + at % 9},李{at},{at + 1}" for at in range(300)]
    plain, told_of = tmp_path / "a.csv", tmp_path / "b.csv"
    addresses = [f"江西省九江市浔阳区长虹大道{at}号" if at % 2 else f"赣州市章贡区红旗大道{at}号" for at in range(300)]
    plain.write_text("\n".join([head, *rows]), encoding="utf-8")
    told_of.write_text(
        "\n".join([f"{head},地址", *(f"{row},{where}" for row, where in zip(rows, addresses, strict=True))]),
        encoding="utf-8",
    )
    desk.do(f"import {told_of} --yes")
    cities = {city: row["received"] for (city, _item), row in desk.totals().items()}
    assert cities == {"九江市": f"{sum(range(2, 301, 2))}", "赣州市": f"{sum(range(1, 301, 2))}"}
    again = json.loads(desk.do(f"import {plain} --yes --format json").out)["files"][0]["tables"][0]
    assert (again["accepted"], again["duplicate"]) == (0, 300)
