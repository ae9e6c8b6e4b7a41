"""Numbers as staff type them, as people read them, as phones dial them."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from offices import telephone
from offices.telephone import BadNumber, SeveralNumbers


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        pytest.param("52 387 87 02", "523878702", id="as people write it"),
        pytest.param("523878702", "523878702", id="digits alone"),
        pytest.param("(52) 387-87-02", "523878702", id="brackets and hyphens"),
        pytest.param("52/387-87-02", "523878702", id="slash"),
        pytest.param("52.387.87.02", "523878702", id="points"),
        pytest.param("  52 387 87 02 ", "523878702", id="spaces around"),
        pytest.param("52\u00a0387\u00a087\u00a002", "523878702", id="no-break spaces"),
        pytest.param("+48 52 387 87 02", "523878702", id="plus 48"),
        pytest.param("+48523878702", "523878702", id="plus 48 without spaces"),
        pytest.param("0048 52 387 87 02", "523878702", id="00 48"),
        pytest.param("48 52 387 87 02", "523878702", id="48"),
        pytest.param("502 932 397", "502932397", id="mobile"),
        pytest.param("800 120 002", "800120002", id="free number"),
        pytest.param("800 12 00 02", "800120002", id="free number in other groups"),
        pytest.param("801 000 000", "801000000", id="shared cost"),
        pytest.param("112", "112", id="112"),
        pytest.param("+48 112", "112", id="112 from abroad"),
        pytest.param("986", "986", id="municipal guard"),
        pytest.param("999", "999", id="ambulance"),
        pytest.param("116 111", "116111", id="children's line"),
        pytest.param("116123", "116123", id="line for adults in crisis"),
        pytest.param("19115", "19115", id="city line"),
        pytest.param("052 387 87 02", "523878702", id="old trunk zero"),
        pytest.param("(012) 276 21 37", "122762137", id="old trunk zero in brackets"),
        pytest.param("(0-22) 787 27 01", "227872701", id="old trunk zero with a hyphen in brackets"),
        pytest.param("0-44 756 00 13", "447560013", id="old trunk zero with a hyphen"),
        pytest.param("22 787–27—01", "227872701", id="dashes"),
        pytest.param("22\u2011787\u201127\u201101", "227872701", id="no-break hyphens"),
        pytest.param("tel. 22 787 27 01", "227872701", id="tel."),
        pytest.param("Tel.: 22 787 27 01", "227872701", id="tel. with a colon"),
        pytest.param("\u200b22 787\u00ad27 01\u202c", "227872701", id="characters that nobody sees"),
    ],
)
def test_parse_reads(typed, digits):
    assert telephone.parse(typed) == digits


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("", id="empty"),
        pytest.param("   ", id="spaces"),
        pytest.param("+", id="plus alone"),
        pytest.param("-", id="hyphen alone"),
        pytest.param("brak", id="word"),
        pytest.param("52 387 87 02 wew. 12", id="extension"),
        pytest.param("52 387 87 02 w. 12", id="extension in short"),
        pytest.param("523878702,12", id="pause"),
        pytest.param("52 387 87 02; 52 387 87 03", id="two numbers with a semicolon"),
        pytest.param("52 387 87 02 / 52 387 87 03", id="two numbers with a slash"),
        pytest.param("387 87 02", id="without the area code"),
        pytest.param("52 387 87", id="too short"),
        pytest.param("52 387 87 021", id="too long"),
        pytest.param("22 787 27 01/02", id="two numbers in short"),
        pytest.param("+49 30 901820", id="German number"),
        pytest.param("+380 44 000 00 00", id="Ukrainian number"),
        pytest.param("1", id="one digit"),
        pytest.param("116 006", id="number not in use in Poland"),
        pytest.param("05-200", id="postal code"),
    ],
)
def test_parse_refuses(typed):
    with pytest.raises(BadNumber):
        telephone.parse(typed)


@pytest.mark.parametrize(
    "typed", ["22 787 27 01/02", "52 387 87 02; 52 387 87 03", "22 787 27 01 albo 22 787 27 02", "523878702,523878703"]
)
def test_parse_tells_several_numbers_from_a_wrong_one(typed):
    with pytest.raises(SeveralNumbers):
        telephone.parse(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "22 776 50 23 wew. 12",
        "22 776 50 23 w. 12",
        "22 776 50 23, wew 12",
        "22 776 50 23 wewn.12",
        "22 776 50 23 ext. 12",
    ],
)
def test_split_parts_a_number_and_its_extension(typed):
    assert telephone.split(typed) == ("22 776 50 23", "12")


@given(st.text())
def test_display_writes_whatever_was_typed(typed):
    assert isinstance(telephone.display(typed), str)


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        pytest.param("523878702", "52 387 87 02", id="landline"),
        pytest.param("227872701", "22 787 27 01", id="Warsaw landline"),
        pytest.param("502932397", "502 932 397", id="mobile"),
        pytest.param("800120002", "800 120 002", id="free"),
        pytest.param("116111", "116 111", id="six digits"),
        pytest.param("112", "112", id="three digits"),
        pytest.param("19115", "19115", id="five digits"),
    ],
)
def test_display(digits, expected):
    assert telephone.display(digits) == expected


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        pytest.param("800121212", "800 12 12 12", id="three pairs that are the same"),
        pytest.param("800702222", "800 70 2222", id="four digits that are the same"),
        pytest.param("222309900", "222 309 900", id="no landline of Warsaw to who reads it aloud"),
        pytest.param("800120002", "800 120 002", id="free"),
        pytest.param("116111", "116 111", id="six digits"),
        pytest.param("112", "112", id="three digits"),
    ],
)
def test_display_line(digits, expected):
    assert telephone.display_line(digits) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["523878702"], "tel:+48523878702", id="landline"),
        pytest.param(["523878702", "12"], "tel:+48523878702,12", id="extension after a pause"),
        pytest.param(["523878702", ""], "tel:+48523878702", id="empty extension"),
        pytest.param(["112"], "tel:112", id="112 has no country"),
        pytest.param(["116111"], "tel:116111", id="116 111 has no country"),
    ],
)
def test_uri(arguments, expected):
    assert telephone.uri(*arguments) == expected


def digits_that_parse(text):
    try:
        return telephone.parse(text)
    except BadNumber:
        return None


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.from_regex(r"([1-9]\d{8}|[19]\d{2}|11[68]\d{3})", fullmatch=True, alphabet="0123456789"))
def test_parse_reads_what_display_writes(digits):
    assume(digits_that_parse(digits))
    assert telephone.parse(telephone.display(digits)) == digits


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.from_regex(r"[1-9]\d{8}", fullmatch=True, alphabet="0123456789"))
def test_parse_reads_what_uri_dials(digits):
    assume(digits_that_parse(digits))
    assert telephone.parse(telephone.uri(digits).removeprefix("tel:")) == digits


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.text(max_size=20))
def test_parse_of_anything_gives_digits_or_refuses(text):
    found = digits_that_parse(text)
    assert found is None or (found.isascii() and found.isdigit())
