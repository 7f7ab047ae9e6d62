#!/usr/bin/env python3
"""Compares crates/partners/src/partners.tsv with ISO 3166 and Unicode CLDR.

    pip install pycountry babel
    tools/check-partners.py

Says which of the table's codes are not ISO's, which countries it lacks, and which names of either list it has not.
The other columns are from lists that no package brings; the crate's documentation names them."""

import pathlib
import sys
import unicodedata

import pycountry
from babel import Locale

TABLE = pathlib.Path(__file__).parent.parent / "crates/partners/src/partners.tsv"



def plain(name):
    """As the crate folds names, but for its rarer rules."""
    letters = (c for c in unicodedata.normalize("NFD", name.casefold()) if c not in "'’." and not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in letters).split()
    return " ".join("saint" if word == "st" else word for word in words if word not in ("the", "and"))


head, *lines = TABLE.read_text(encoding="utf-8").splitlines()
rows = {row["code"]: row for row in (dict(zip(head.split("\t"), line.split("\t"))) for line in lines)}
english, chinese = Locale("en").territories, Locale("zh", "Hans").territories
wrong = []
for country in pycountry.countries:
    row = rows.get(country.alpha_3)
    if row is None:
        wrong.append(f"{country.alpha_3} {country.name}: missing")
        continue
    for column, expected in [("alpha2", country.alpha_2), ("m49", country.numeric)]:
        if row[column] != expected:
            wrong.append(f"{country.alpha_3}: {column} is {row[column]}, ISO has {expected}")
    names = {plain(name.split("@")[0]) for name in [row["en"], row["zh"], *row["names"].split("|")]}
    for name in [country.name, english[country.alpha_2], chinese[country.alpha_2]]:
        if plain(name) not in names:
            wrong.append(f"{country.alpha_3}: has no name {name}")
print("\n".join(wrong) or f"{len(rows)} partners, nothing to tell.")
sys.exit(bool(wrong))
