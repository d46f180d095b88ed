"""What headings of lists in Korean mean: 기부자, 기부금액, 품목, 날짜, 비고; words of theirs for totals; and whether words are Korean."""

from donations.domain.paper_fields import PASSED
from donations.importers.patterns import pattern_of

_GIFT = r"(?:기부|후원|기탁|성금|모금|헌금|찬조|지원|협찬|기증)"
_WHOM = r"(?:자|처|인|회원|단체|기업|업체|기관)(?:성명|이름|명|명칭)?"
KOREAN = tuple(
    (sense, pattern_of(pattern))
    for sense, pattern in (
        (PASSED, r"주소|연락처|전화(?:번호)?|휴대(?:폰|전화)(?:번호)?|이메일|우편번호|생년월일|성별|나이|주민(?:등록)?번호|영수증.*|담당(?:자|부서)?|잔액|결제(?:방법|수단)|입금(?:은행|방법)|은행(?:명)?|계좌(?:번호)?|누계|인원|건수"),
        ("serial", r"번호|연번|순번|순서|일련번호"),
        ("status", rf"(?:결제|입금|처리|{_GIFT})?상태|입금(?:여부|확인)|수령(?:여부|확인)"),
        ("anonymous", r"익명(?:여부|희망)?"),
        ("date", rf"날짜|일자|일시|년월일|연월일|(?:{_GIFT}(?:금)?|입금|접수|수령|납부|결제|기증|배분|배부|전달|지급|출고|입고)(?:날짜|일자|일시|일)"),
        ("money", rf"{_GIFT}금?(?:총)?(?:금)?액|{_GIFT}금|성금|입금(?:금)?액|납부(?:금)?액|결제(?:금)?액|현금"),
        ("amount", r"금액|총금액"),
        ("spent", r"(?:지출|출금|집행|사용)(?:금)?액?"),
        ("donor", rf"{_GIFT}{_WHOM}|{_GIFT}(?:해주신)?(?:분|명단)|입금자명?|보내(?:신|는)분"),
        ("recipient", r"(?:수령|수혜|배분|배부|전달|지원|수취)(?:처|자|인|기관|단체)(?:명)?|받(?:는|은)(?:곳|분|사람)"),
        ("item", rf"{_GIFT}?(?:품목|품명|물품|물품명|품)(?:명|내역)?|내역|물품종류"),
        ("quantity", rf"{_GIFT}?(?:수량|개수|총수량)"),
        ("unit", r"단위"),
        ("specification", r"규격|사이즈|크기"),
        ("value", r"(?:환산|평가|시가)(?:금)?액|(?:물품)?가액"),
        ("price", r"단가"),
        ("purpose", rf"{_GIFT}금?(?:목적|용도)|지정(?:여부|사업)?|용도|사용처|사업명"),
        ("note", r"비고|메모|적요|참고(?:사항)?|메시지|남기(?:신|는)말|응원(?:글|메시지)"),
        ("party", r"성명|이름|단체명|기관명|업체명|회사명|상호|닉네임"),
        ("category", r"구분|종류|분류|유형"),
    )
)  # fmt: skip
"""Rules in the shape of those of heading_words.py, which asks them last."""
_KOREAN = pattern_of("[\uac00-\ud7a3]")
_TOTAL = pattern_of(r"(?P<part>소계|월계|일계)|(?P<running>누계|누적(?:합계|금액)?)|(?:총|합)(?:계|액)|총합계?|계")


def is_korean(text: str) -> bool:
    """Whether a heading, or words above a table, are Korean."""
    return not text.isascii() and _KOREAN.search(text) is not None


def korean_total(plain: str) -> str | None:
    """What a text (normal) says it is the total of: `grand`, `part`, `running`; None where it is no total at all."""
    found = _TOTAL.fullmatch(plain.rstrip(":"))
    return None if found is None else "part" if found["part"] else "running" if found["running"] else "grand"
