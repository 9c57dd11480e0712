"""The walk builds what a person wrote: text, lists and maps, and nothing more clever."""

import pytest

from quotekit.errors import InvalidInputError
from quotekit.files.guarded_yaml import read_document


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 1.10", {"a": "1.10"}),
        ("a: NO", {"a": "NO"}),
        ("a: 0123", {"a": "0123"}),
        ("a: 12:30:00", {"a": "12:30:00"}),
        ("a: 2026-03-02", {"a": "2026-03-02"}),
        ("a: true", {"a": "true"}),
        ("a: Null", {"a": "Null"}),
        ("a: '~'", {"a": "~"}),
        ('a: "null"', {"a": "null"}),
        ("a: ''", {"a": ""}),
        ("a: [x, ~, '']", {"a": ["x", None, ""]}),
        ("a: {b: {c: [d]}}", {"a": {"b": {"c": ["d"]}}}),
        ("a:\n- b\n- c: d\n  e:\n  - f", {"a": ["b", {"c": "d", "e": ["f"]}]}),
        ("a: >-\n  b\n  c", {"a": "b c"}),
        ("a: |\n  b\n  c\n", {"a": "b\nc\n"}),
        ("? a\n: b", {"a": "b"}),
        ("'12': a\nnull: b", {"12": "a", "null": "b"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("\ufeffa: b", {"a": "b"}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("a: [b: c]", {"a": [{"b": "c"}]}),
        ("a: {b: http://c/d?e=f#g, h: i:j}", {"a": {"b": "http://c/d?e=f#g", "h": "i:j"}}),
        ("a: 👩\u200d🚀 \u202eb", {"a": "👩\u200d🚀 \u202eb"}),
        ('a: "\\t\\n\\\\"', {"a": "\t\n\\"}),
    ],
)
def test_scalars_stay_the_text_they_are(text: str, data: object) -> None:
    """No scalar becomes a number, a date or a truth; what is plain and empty is nothing."""
    document = read_document(text)
    assert document.data == data
    assert document.faults == ()


@pytest.mark.parametrize("nothing", ["", " ", " ~", " null", " # later"])
def test_key_without_a_value_is_not_stated(nothing: str) -> None:
    """An empty key counts as left out."""
    assert read_document(f"a:{nothing}\nb: c").data == {"b": "c"}


def test_depth_of_32_is_read() -> None:
    """What may stand is as deep as what is refused, less one."""
    deepest = "a: " + "[" * 31 + "]" * 31
    assert read_document(deepest).faults == ()
    with pytest.raises(InvalidInputError, match="more than 32 deep"):
        read_document("a: " + "[" * 32 + "]" * 32)


def test_first_of_two_keys_is_kept() -> None:
    """A key that stands twice is a fault, and the rest is still read."""
    document = read_document("a: 1\na: {b: 2}\nc: 3\nc: 4")
    assert document.data == {"a": "1", "c": "3"}
    assert [fault.code for fault in document.faults] == ["duplicate_key"] * 2


@pytest.mark.parametrize(
    "text",
    ["a: {b: c, d}", "a: {b: c, d }", "a: {b: c, d, e}", "a: {b: c, d # with: a colon\n }"],
)
def test_comma_in_braces_is_a_fault_of_the_value_before(text: str) -> None:
    """A key in braces without a colon was meant as the rest of a value."""
    (fault,) = read_document(text).faults
    assert (fault.code, fault.path, fault.line, fault.column) == ("comma_in_braces", "a.b", 1, 11)


def test_key_in_braces_with_a_colon_may_be_empty() -> None:
    """A colon makes a key, also where nothing follows it."""
    assert read_document("a: {b: c, d: , e: }").faults == ()
    assert read_document('a: {b: c, "d":}').faults == ()


def test_faults_found_before_the_end_are_told_as_well() -> None:
    """Where a text turns out to be no YAML, what was noted before is not lost."""
    with pytest.raises(InvalidInputError) as refused:
        read_document("a: {b: 12,50}\nc: @d")
    assert [fault.code for fault in refused.value.faults] == ["comma_in_braces", "yaml_syntax"]
