"""PDF files are read page by page; what is locked, cut off or scanned is refused."""

from __future__ import annotations

import pytest

from synopticon.text.maps import PAGE, PAGE_CHARACTER
from synopticon.text.media.pdf import join_pages, line_width, read_pages
from tests.text.samples import pdf, reading, refused

LINES = [
    "The committee of the harbour board met on Tuesday to count the boats that",
    "are left in the basin, and it found that they were fewer than it had count-",
    "ed at its last meeting in the spring, when there was still money for them.",
    "The mayor was not there.",
    "Boats have been the business of the board since it was founded by a group",
    "of captains who had none.",
]


def test_lines_become_paragraphs() -> None:
    """Lines are joined, a broken word is put together, and a short line that ends a sentence ends a paragraph."""
    result = reading(pdf([LINES]), "application/pdf")
    text = result.document.text
    assert "fewer than it had counted at its last" in text
    assert [text[a:b].split()[-1] for a, b in result.paragraphs] == ["there.", "none."]
    assert (result.document.encoding, result.document.reader) == ("pdf", "pdf/1")


def test_words_lead_to_pages_and_characters() -> None:
    """The place of a word is its page and its characters there, as PDFium counts them."""
    data = pdf([LINES, ["Second page.", "It has two lines."]])
    result = reading(data, "application/pdf")
    assert result.offsets.unit == PAGE_CHARACTER
    pages, _ = read_pages(data)
    for word in ("harbour", "Second page.", "two lines"):
        start = result.document.text.index(word)
        first, last = result.offsets.back(start, start + len(word))
        assert first // PAGE == last // PAGE
        assert pages[first // PAGE - 1][first % PAGE : last % PAGE] == word
    start = result.document.text.index("counted")
    first, last = result.offsets.back(start, start + 7)
    assert pages[0][first % PAGE : last % PAGE] == "count\ufffeed"


def test_details_come_from_the_file_and_its_dateline() -> None:
    """Title and author of the file, unless a program made them up; the date of the file is not the report's."""
    info = "/Title (Ferry sinks) /Author (Ann Bell) /CreationDate (D:20200101)"
    document = reading(pdf([["The Letter, 18 August 2021", "Ferry sinks"]], info=info), "application/pdf").document
    assert (document.title, document.author) == ("Ferry sinks", "Ann Bell")
    assert (document.published, document.published_by) == ("2021-08-18", "dateline")
    assert reading(pdf([["It sank."]], info="/Title (report.docx)"), "application/pdf").document.title is None
    assert reading(pdf([["It sank."]], info="/CreationDate (D:20200101)"), "application/pdf").document.published is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([["Secret."]], encrypt=True), "encrypted"),
        (b"%PDF-1.4\n%%EOF", "broken-pdf"),
        (b"no pdf at all", "broken-pdf"),
        (pdf([[]]), "no-text"),
        (b"", "broken-pdf"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    """Locked, broken, scanned."""
    assert refused(data, "application/pdf") == reason


def test_a_file_cut_off_anywhere_is_read_or_refused() -> None:
    """No length of a PDF raises."""
    data = pdf([LINES, LINES])
    for size in range(0, len(data), 97):
        try:
            read_pages(data[:size])
        except ValueError as error:
            assert "pdf" in str(error).lower()


def test_pages_are_joined_with_their_places() -> None:
    """Each page's characters lead to that page; the break between leads to the end of the first."""
    text, way = join_pages(["ab", "c"])
    assert text == "ab\nc"
    assert way.back(0, 2) == (PAGE, PAGE + 2)
    assert way.back(2, 3) == (PAGE + 2, PAGE + 2)
    assert way.back(3, 4) == (2 * PAGE, 2 * PAGE + 1)


def test_a_few_short_lines_have_no_width() -> None:
    """Where lines are few and short nothing is joined."""
    assert line_width("one") is None
    assert line_width("one\ntwo") is None
