"""What a receipt says of a gift of which a line went back."""

import json
from collections.abc import Callable

from conftest import Answer


def test_a_line_that_was_given_back_whole_is_no_line_of_the_receipt(run: Callable[..., Answer]) -> None:
    assert run("receive 王小明 口罩500个 护目镜20个 --city 九江市 --date 2020-02-01 --new").code == 0
    assert run("refund 王小明 护目镜20个 --date 2020-02-03").code == 0
    tables = {each["key"]: each["rows"] for each in json.loads(run("receipt 1 --format json").out)["tables"]}
    assert [(row["item"], row["quantity"]) for row in tables["lines"]] == [("口罩", "500")]
    assert [row["item"] for row in tables["given_back"]] == ["护目镜"]
