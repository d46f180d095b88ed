"""Places as people type them and as parties' names hold them: tables of each, and what holds for the whole table."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donations.domain import place
from donations.domain.place import Place, is_place, known_cities, parse_place, province_of
from donations.domain.place_names import place_in_name
from donations.domain.thing import Hint
from donations.errors import DonationsError, PlaceOfSeveral, UnknownPlace


def _rows() -> list[tuple[str, str, list[str]]]:
    """Province, city and its counties, read from the table without the code under test."""
    text = (Path(place.__file__).parent / "divisions.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return [(row[0], _full(row[1]), [_full(each) for each in "".join(row[4:5]).split()]) for row in rows]


def _full(entry: str) -> str:
    return entry.partition("=")[0]


ROWS = _rows()
COUNTIES = [(province, city, county) for province, city, counties in ROWS for county in counties]
FAR = ("香港特别行政区", "澳门特别行政区", "台湾省")
JIUJIANG = Place("江西省", "九江市", None)
LUSHAN = Place("江西省", "九江市", "庐山市")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("九江市", JIUJIANG),
        ("九江", JIUJIANG),
        ("江西省九江市", JIUJIANG),
        ("江西九江", JIUJIANG),
        ("江西省九江", JIUJIANG),
        ("九江地区", JIUJIANG),
        ("jiujiang", JIUJIANG),
        ("Jiu Jiang", JIUJIANG),
        ("Jiujiang City", JIUJIANG),
        ("ＪＩＵＪＩＡＮＧ", JIUJIANG),
        ("jiujiang shi", JIUJIANG),
        ("庐山市", LUSHAN),
        ("庐山", LUSHAN),
        ("江西省九江市庐山市", LUSHAN),
        ("江西庐山市", LUSHAN),
        ("九江庐山市", LUSHAN),
        ("九江庐山", LUSHAN),
        ("九江市/庐山市", LUSHAN),
        ("江西省 · 九江市 · 庐山市", LUSHAN),
        (" 九江市\u3000庐山市\u200b", LUSHAN),
        ("星子县", Place("江西省", "九江市", "星子县")),
        ("庐山区", Place("江西省", "九江市", "庐山区")),
        ("九江县", Place("江西省", "九江市", "九江县")),
        ("彭泽县", Place("江西省", "九江市", "彭泽县")),
        ("永丰", Place("江西省", "吉安市", "永丰县")),
        ("吉水县", Place("江西省", "吉安市", "吉水县")),
        ("上栗县", Place("江西省", "萍乡市", "上栗县")),
        ("赣县", Place("江西省", "赣州市", "赣县区")),
        ("南京鼓楼区", Place("江苏省", "南京市", "鼓楼区")),
        ("内江市中区", Place("四川省", "内江市", "市中区")),
        ("乐山市市中区", Place("四川省", "乐山市", "市中区")),
        ("北京", Place("北京市", "北京市", None)),
        ("北京市朝阳区", Place("北京市", "北京市", "朝阳区")),
        ("北京市北京市朝阳区", Place("北京市", "北京市", "朝阳区")),
        ("宣武区", Place("北京市", "北京市", "宣武区")),
        ("重庆城口县", Place("重庆市", "重庆市", "城口县")),
        ("金山区", Place("上海市", "上海市", "金山区")),
        ("吉林", Place("吉林省", "吉林市", None)),
        ("西安", Place("陕西省", "西安市", None)),
        ("xi'an", Place("陕西省", "西安市", None)),
        ("Harbin", Place("黑龙江省", "哈尔滨市", None)),
        ("Changzhi", Place("山西省", "长治市", None)),
        ("lüliang", Place("山西省", "吕梁市", None)),
        ("济源市", Place("河南省", "济源市", None)),
        ("仙桃", Place("湖北省", "仙桃市", None)),
        ("石河子市", Place("新疆维吾尔自治区", "石河子市", None)),
        ("神农架", Place("湖北省", "神农架林区", None)),
        ("恩施", Place("湖北省", "恩施土家族苗族自治州", None)),
        ("恩施州", Place("湖北省", "恩施土家族苗族自治州", None)),
        ("阿坝", Place("四川省", "阿坝藏族羌族自治州", None)),
        ("凉山", Place("四川省", "凉山彝族自治州", None)),
        ("延边", Place("吉林省", "延边朝鲜族自治州", None)),
        ("伊犁", Place("新疆维吾尔自治区", "伊犁哈萨克自治州", None)),
        ("大兴安岭", Place("黑龙江省", "大兴安岭地区", None)),
        ("锡林郭勒", Place("内蒙古自治区", "锡林郭勒盟", None)),
        ("景宁县", Place("浙江省", "丽水市", "景宁畲族自治县")),
        ("襄樊市", Place("湖北省", "襄阳市", None)),
        ("香港", Place("香港特别行政区", "香港特别行政区", None)),
        ("香港湾仔区", Place("香港特别行政区", "香港特别行政区", "湾仔区")),
        ("澳门特别行政区", Place("澳门特别行政区", "澳门特别行政区", None)),
        ("台北市大安区", Place("台湾省", "台北市", "大安区")),
        ("大安区", Place("四川省", "自贡市", "大安区")),
    ],
)
def test_a_place_is_read(text: str, expected: Place) -> None:
    assert parse_place(text) == expected


@pytest.mark.parametrize(
    ("text", "cities", "example"),
    [
        ("鼓楼区", "南京市、徐州市、福州市、开封市", "南京市鼓楼区"),
        ("江苏鼓楼区", "南京市、徐州市", "南京市鼓楼区"),
        ("朝阳区", "北京市、长春市", "北京市朝阳区"),
        ("朝阳", "北京市、朝阳市、长春市", "北京市朝阳区"),
        ("西湖区", "杭州市、南昌市", "杭州市西湖区"),
        ("市中区", "济南市、枣庄市、内江市、乐山市", "济南市市中区"),
        ("东区", "攀枝花市、香港特别行政区、台中市、台南市、新竹市、嘉义市", "攀枝花市东区"),
        ("东乡县", "抚州市、临夏回族自治州", "抚州市东乡县"),
        ("新竹", "新竹市、新竹县", "新竹市"),
        ("yichun", "伊春市、宜春市", "伊春市"),
        ("suzhou", "苏州市、宿州市", "苏州市"),
        ("taizhou", "泰州市、台州市", "泰州市"),
        ("fuzhou", "福州市、抚州市", "福州市"),
        ("Yulin City", "玉林市、榆林市", "玉林市"),
    ],
)
def test_a_name_of_several_cities_is_asked_about(text: str, cities: str, example: str) -> None:
    with pytest.raises(PlaceOfSeveral) as caught:
        parse_place(text)
    assert caught.value.facts == {"got": text, "cities": cities, "example": example}
    assert province_of(parse_place(example).city)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("江西省", "江西省: 南昌市、景德镇市、萍乡市…"),
        ("江西", "江西省: 南昌市、景德镇市、萍乡市…"),
        ("海南", "海南省: 海口市、三亚市、三沙市…"),
        ("九工市", "九江市"),
        ("南昌市庐山市", "九江市庐山市"),
        ("jiujian", "Jiujiang 九江市"),
        ("爱心", ""),
        ("庐", ""),
        ("", ""),
        ("/", ""),
        ("九江市第三人民医院", ""),
    ],
)
def test_what_is_no_place_is_refused_with_a_hint(text: str, hint: str) -> None:
    with pytest.raises(UnknownPlace) as caught:
        parse_place(text)
    assert caught.value.facts == {"got": text, "hint": Hint(hint)}


@pytest.mark.parametrize(
    ("name", "city", "county"),
    [
        ("九江市第三人民医院", "九江市", None),
        ("庐山市防控指挥部", "九江市", "庐山市"),
        ("浔阳区特巡警大队", "九江市", "浔阳区"),
        ("江西省九江市爱心协会", "九江市", None),
        ("江西九江庐山东林寺", "九江市", "庐山市"),
        ("九江庐山市一米阳光公益联合会", "九江市", "庐山市"),
        ("九江庐山东林寺", "九江市", "庐山市"),
        ("吉安永丰县义工协会", "吉安市", "永丰县"),
        ("萍乡市上栗县彭高积善志愿者协会", "萍乡市", "上栗县"),
        ("共青团庐山市委", "九江市", "庐山市"),
        ("中共永丰县委", "吉安市", "永丰县"),
        ("中共九江市庐山市委", "九江市", "庐山市"),
        ("国网九江市供电公司", "九江市", None),
        ("国家税务总局濂溪区税务局", "九江市", "濂溪区"),
        ("江西省红十字会九江市分会", "九江市", None),
        ("南京银行九江市分行", "九江市", None),
        ("爱心车队（庐山市）", "九江市", "庐山市"),
        ("星子县人民医院", "九江市", "星子县"),
        ("庐山市城区志愿队", "九江市", "庐山市"),
        ("上海市民政局", "上海市", None),
        ("北京朝阳区医院", "北京市", "朝阳区"),
        ("江苏省南京市鼓楼区医院", "南京市", "鼓楼区"),
        ("九江市南京路店", "九江市", None),
        ("恩施州中心医院", "恩施土家族苗族自治州", None),
        ("香港湾仔区社团", "香港特别行政区", "湾仔区"),
        ("温县人民医院", "焦作市", "温县"),
    ],
)
def test_a_name_says_where_its_party_lies(name: str, city: str, county: str | None) -> None:
    assert place_in_name(name) == Place(province_of(city) or "", city, county)


@pytest.mark.parametrize(
    "name",
    [
        "南京路小学",
        "朝阳小学",
        "西湖区医院",
        "江苏省鼓楼区医院",
        "南昌大学第二附属医院",
        "广东中山大学",
        "北京同仁堂九江店",
        "北京市同仁堂九江店",
        "上海浦东发展银行南昌分行",
        "江西省爱心公益志愿者协会",
        "江西山区爱心助学会",
        "上海路街道",
        "上海城市志愿者",
        "沿海城市公益",
        "浙江都市报",
        "长江门市部",
        "九江市场",
        "新县城小学",
        "老城区改造办",
        "东区医院",
        "信义区医院",
        "西湖乡卫生院",
        "东乡县义工协会",
        "东牯山林场",
        "海南兴海渔业",
        "九江市驻上海市办事处",
        "江西省驻上海市办事处",
        "南昌庐山市商会",
        "南昌市吉安市联谊会",
        "九江",
        "张三",
        "",
    ],
)
def test_a_name_that_says_it_not_for_certain_says_nothing(name: str) -> None:
    assert place_in_name(name) is None


@pytest.mark.parametrize(
    "text", ["九江庐山市", "庐山市", "九江", "江西省", "江西", "江西九江", "鼓楼区", "星子县", "恩施州"]
)
def test_the_whole_is_a_place(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize("text", ["爱心", "市", "", "九江市爱心", "吉安庐山市", "第三", "jiujiang"])
def test_the_whole_is_no_place(text: str) -> None:
    assert not is_place(text)


@given(st.sampled_from(COUNTIES))
def test_a_county_behind_its_city_is_read(county: tuple[str, str, str]) -> None:
    assert parse_place(county[1] + county[2]) == Place(*county)
    assert parse_place("".join(county)) == Place(*county)
    assert is_place(county[1] + county[2])


@given(st.sampled_from(COUNTIES))
def test_a_county_alone_is_its_only_city_s_or_asked_about(county: tuple[str, str, str]) -> None:
    every = {city for _, city, name in COUNTIES if name == county[2]}
    mainland = {city for province, city, name in COUNTIES if name == county[2] and province not in FAR}
    is_bare = len(county[2]) == 2 and county[2].endswith("区")
    homes = every if is_bare or not mainland else mainland
    if len(homes) == 1:
        assert {parse_place(county[2]).city} == homes
    else:
        with pytest.raises(PlaceOfSeveral) as caught:
            parse_place(county[2])
        assert set(str(caught.value.facts["cities"]).split("、")) == homes


@given(st.sampled_from(ROWS))
def test_a_city_is_read(row: tuple[str, str, list[str]]) -> None:
    province, city, _ = row
    assert parse_place(city) == parse_place(province + city) == Place(province, city, None)
    assert province_of(city) == province
    assert place_in_name(f"{city}爱心协会") == Place(province, city, None)


@given(st.sampled_from(COUNTIES), st.sampled_from(COUNTIES))
def test_two_cities_in_one_name_are_never_guessed_between(
    one: tuple[str, str, str], other: tuple[str, str, str]
) -> None:
    found = place_in_name(f"{one[1]}驻{other[1]}联络处")
    assert found == (Place(one[0], one[1], None) if one[1] == other[1] else None)


PIECES = [
    *known_cities(),
    *(county for _, _, county in COUNTIES),
    "江西",
    "九江",
    "市",
    "县",
    "区",
    "爱心",
    "中共",
    "店",
]


@given(st.text(max_size=40) | st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
def test_arbitrary_text_is_read_or_refused(text: str) -> None:
    found = place_in_name(text)
    assert found is None or found.city in known_cities()
    is_place(text)
    province_of(text)
    with suppress(DonationsError):
        assert parse_place(text).city in known_cities()


def test_cities_are_known_once() -> None:
    assert len(set(known_cities())) == len(known_cities()) == len(ROWS)
    assert {"九江市", "北京市", "济源市", "恩施土家族苗族自治州", "香港特别行政区", "台北市"} <= set(known_cities())
    assert province_of("九江市") == "江西省"
    assert province_of("九江") is None
