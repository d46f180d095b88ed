"""Money of other countries: what it is booked as (ISO 4217), its unit, its English name and its decimals; a new one is a row here.

How each is written in gifts stands in quantities/money.py.
"""

CURRENCIES = (
    ("USD", "美元", "US dollars", 2), ("HKD", "港元", "Hong Kong dollars", 2), ("EUR", "欧元", "euros", 2),
    ("JPY", "日元", "Japanese yen", 0), ("GBP", "英镑", "pounds sterling", 2), ("CAD", "加元", "Canadian dollars", 2),
    ("AUD", "澳元", "Australian dollars", 2), ("SGD", "新加坡元", "Singapore dollars", 2),
    ("TWD", "新台币", "New Taiwan dollars", 2), ("MOP", "澳门元", "Macao patacas", 2), ("KRW", "韩元", "Korean won", 0),
    ("CHF", "瑞士法郎", "Swiss francs", 2), ("RUB", "卢布", "Russian roubles", 2), ("THB", "泰铢", "Thai baht", 2),
    ("MYR", "马来西亚林吉特", "Malaysian ringgit", 2),
)  # fmt: skip
FOREIGN = {code: unit for code, unit, _english, _decimals in CURRENCIES}
"""The unit of each by its item; it is its Chinese name too."""
CODES = {unit: code for code, unit in FOREIGN.items()}
DECIMALS = {code: decimals for code, _unit, _english, decimals in CURRENCIES}
