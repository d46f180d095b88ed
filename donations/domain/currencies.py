"""Money of other countries: the item that each is booked as (ISO 4217), and what it is called."""

FOREIGN = {
    "USD": "美元", "HKD": "港元", "EUR": "欧元", "JPY": "日元", "GBP": "英镑", "CAD": "加元", "AUD": "澳元", "SGD": "新加坡元",
    "TWD": "新台币", "MOP": "澳门元", "KRW": "韩元", "CHF": "瑞士法郎", "RUB": "卢布", "THB": "泰铢", "MYR": "马来西亚林吉特",
}  # fmt: skip
