"""What a column of a paper can be read as, and be said to be by `import --map`."""

PASSED = "-"
"""Nobody reads the column."""

FIELDS = (
    "date", "donor", "via", "payer", "supplier", "recipient", "beneficiary", "item", "specification", "unit", "quantity",
    "price", "value", "money", "spent", "direction", "money_or_goods", "note", "city", "county", "purpose", "store",
    "serial", "number", "status", "refund", "currency", "anonymous", "batch", "expires_on", "produced_on", PASSED,
)  # fmt: skip
"""`number` is the row's own transaction number, `spent` money that was paid out, `direction` whether the amount beside it
came in or went out; `produced_on` is only read where `expires_on` says how long goods keep. What people read of each stands in `output/imported_terms.py`.
"""
