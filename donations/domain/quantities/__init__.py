"""How a quantity is read, from single numerals to several goods in one text; `domain/quantity.py` is the way in."""
