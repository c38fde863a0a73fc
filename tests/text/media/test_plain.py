"""Plain text and Markdown are read whole, but for a head of details."""

from __future__ import annotations

from tests.text.samples import reading, refused


def test_a_plain_text_is_read_with_its_title() -> None:
    """The title stays in the text, and the text leads back to its bytes."""
    data = "\ufeffFerry sinks\r\n\r\nIt sank on  Monday. “Yes,” he said.\r\n".encode()
    result = reading(data, "text/plain")
    document = result.document
    assert document.text == "Ferry sinks\n\nIt sank on Monday. “Yes,” he said."
    assert (document.title, document.encoding, document.reader, document.language) == (
        "Ferry sinks",
        "utf-8",
        "plain/1",
        "en",
    )
    sentence = result.sentences[1]
    assert document.text[sentence.start : sentence.end] == "It sank on Monday."
    first, last = result.offsets.back(sentence.start, sentence.end)
    assert data[first:last] == b"It sank on  Monday."


def test_a_wrapped_text_is_joined() -> None:
    """Sentences of wrapped text are whole, and lead back over their line breaks."""
    lines = [
        "The committee of the harbour board met on Tuesday to count the boats",
        "that are left, and found that there were fewer than it had thought at",
    ]
    data = "\n".join([*lines, *lines, "the last meeting."]).encode()
    result = reading(data, "text/plain")
    assert len(result.paragraphs) == 1
    assert data[slice(*result.offsets.back(0, len(result.document.text)))] == data


def test_markdown_loses_its_front_matter_only() -> None:
    """Marks stay, the fenced head becomes details."""
    data = b"---\ntitle: Ferry\ndate: 2017-06-09\nauthor: Ann\n---\n# Ferry\n\nIt *sank*\non Monday.\n\n- one\n- two\n"
    document = reading(data, "text/markdown").document
    assert document.text == "# Ferry\n\nIt *sank* on Monday.\n\n- one\n- two"
    assert (document.title, document.published, document.published_by, document.author) == (
        "Ferry",
        "2017-06-09",
        "page",
        "Ann",
    )
    assert document.reader == "markdown/1"


def test_gb18030_leads_back_to_its_bytes() -> None:
    """Two bytes a character, undeclared, and the anchor's bytes are those of its words."""
    text = "公司成立党委\n\n该公司有八百名党员。书记是李某。"
    data = text.encode("gb18030")
    result = reading(data, "text/plain")
    assert result.document.encoding == "gb18030"
    for sentence in result.sentences:
        words = result.document.text[sentence.start : sentence.end]
        assert data[slice(*result.offsets.back(sentence.start, sentence.end))].decode("gb18030") == words


def test_nothing_readable_is_refused() -> None:
    """No bytes, only blanks, or no text."""
    assert refused(b"", "text/plain") == "empty"
    assert refused(b" \n\t", "text/plain") == "no-text"
    assert refused(bytes(range(256)) * 4, "text/plain") == "binary"
