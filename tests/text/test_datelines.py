"""Datelines are found where a line is about the date, and nowhere else."""

from __future__ import annotations

import pytest

from synopticon.text.datelines import read_datelines


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("A headline\n\nFriday, July 21, 2017\n\nIt began.", "2017-07-21"),
        ("BEIJING, Oct 28, 2016 — The party met.", "2016-10-28"),
        ("SAN JOSE, Calif., Oct. 28, 2016 (Wire) -- The firm met.", "2016-10-28"),
        ("By Ann Bell, 10 September 2017\nIt", "2017-09-10"),
        ("标题\n\n2017年8月25日 10:30 来源：新华网\n\n正文", "2017-08-25"),
        ("By our desk | Hong Kong | August 18, 2021", "2021-08-18"),
        ("The Letter, 18 August 2021\nTitle", "2021-08-18"),
        ("Published: 2017-08-25 10:30", "2017-08-25"),
        ("Harbour Institute, summary, April 2021", "2021-04"),
        ("（2017年8月25日）", "2017-08-25"),
        ("On 4 July 2021 the regulator said so.", None),
        ("BEIJING, Oct 28 — The party met.", None),
        ("MOSCOW — He left.", None),
        ("Press week, 15–21 April 2024", None),
        ("By decision of the council of 27 January 2022:", None),
        ("A man was held on 3 May 2018", None),
        ("2017年8月25日，该公司成立了党委。", None),
        ("", None),
        ("\n".join(["line"] * 20) + "\n3 May 2018", None),
        ("In August 2017", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    """A line of its own, a byline or the opening of a wire report; no year is guessed, no sentence's date taken."""
    details = read_datelines(text)
    assert (details.published, details.published_by) == (date, "dateline" if date else None)


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Title\nBy Ann Bell and Li Wu\n\nText", "Ann Bell and Li Wu"),
        ("BY ANN BELL | Hong Kong", "ANN BELL"),
        ("By our town reporter", None),
        ("By the staff", None),
        ("By decision of the council of 27 January:", None),
        ("2017年9月12日 来源：灯塔 作者：林江晚", "林江晚"),
        ("记者 沈棠 报道", "沈棠"),
        ("By noon it was over", None),
    ],
)
def test_authors(text: str, author: str | None) -> None:
    """A byline names a person; "our reporter" is nobody."""
    assert read_datelines(text).author == author


def test_outlets() -> None:
    """Chinese pages print the outlet beside the date."""
    assert read_datelines("标题\n2017年9月12日 来源：灯塔网评 作者：林").outlet == "灯塔网评"
    assert read_datelines("A headline\n\nText").outlet is None
