"""What the text room's property tests are tried on: texts of news, of nonsense and of everything between."""

from __future__ import annotations

from hypothesis import strategies as st

SCRAPS = st.sampled_from(
    [
        "The committee met.",
        "Mr. Li said",
        "“We agree,”",
        "3.5 percent",
        "U.S.",
        "党委成立了。",
        "他说：“好。”",
        "「對」",
        "…",
        "...",
        "\n",
        "\r\n",
        "\n\n\n",
        " ",
        "   ",
        "\t",
        "\u00a0",
        "\u3000",
        "\u200b",
        "\x00",
        "\ufeff",
        "\u00ad",
        "\ud800",
        "é",
        "𠮷",
        "😀",
        "&amp;",
        "&nbsp",
        "&#20013;",
        "<p>",
        "</p>",
        "<br>",
        "<div hidden>",
        "</div>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<a href='x>'>",
        "<",
        ">",
        '"',
        "\\",
        "-",
        "。",
        "！",
        "?",
        "!",
    ]
)
ANY = st.text(st.characters(codec=None), max_size=40)
TEXTS = st.lists(SCRAPS | ANY, max_size=25).map("".join)
"""Any text at all, lone surrogates and NULs included, rich in what the steps act on."""

CLEAN = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
"""Texts that every UTF can hold."""
