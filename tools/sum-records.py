#!/usr/bin/env python3
"""Sums of a file of China's customs, by the csv module and whole numbers alone. It shares no code with
the project: the worked answers of tests/sinks_answers.rs were taken from it, and a publisher can
compare a month of their own file.

    python3 tools/sum-records.py FILE.csv 2026-06
"""

import csv
import sys
from collections import defaultdict
from fractions import Fraction

MONTH, PARTNER, PROVINCE, KILOGRAMS, DOLLARS = "数据年月", "贸易伙伴编码", "注册地编码", "第一数量", "美元"
SPANS = {"month": lambda month: 1, "ytd": lambda month: int(month[5:]), "r12": lambda month: 12}


def earlier(month, months):
    """The month that many months before."""
    year, index = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 - months, 12)
    return f"{year}-{index + 1:02}"


def months_of(month, span):
    return {earlier(month, i) for i in range(SPANS[span](month))}


class Rows:
    def __init__(self, path):
        with open(path, encoding="utf-8-sig", newline="") as file:
            self.rows = [
                (r[MONTH][:4] + "-" + r[MONTH][4:], r[PARTNER], r[PROVINCE], int(r[KILOGRAMS]), int(r[DOLLARS]))
                for r in csv.DictReader(file)
            ]
        self.months = {row[0] for row in self.rows}

    def sums(self, months, *columns):
        """Kilograms and dollars of these months by the codes in some columns; None if a month is missing."""
        if not months <= self.months:
            return None
        sums = defaultdict(lambda: (0, 0))
        for row in self.rows:
            if row[0] in months:
                key = tuple(row[column] for column in columns)
                sums[key] = (sums[key][0] + row[3], sums[key][1] + row[4])
        return sums

    def total(self, months):
        sums = self.sums(months)
        return sums and sums[()]


def percent(part, whole):
    return float(Fraction(part * 100, whole)) if whole else None


def growth(new, old):
    return old and percent(new[0] - old[0], old[0])


def unit_value(sums):
    """Dollars a tonne."""
    return float(Fraction(sums[1] * 1000, sums[0])) if sums[0] else None


def main(path, month):
    rows = Rows(path)
    print("all months:", rows.total(rows.months), "kg, US$")
    for span in SPANS:
        months = months_of(month, span)
        back = 1 if span == "month" else 12
        total, before = rows.total(months), rows.total({earlier(m, back) for m in months})
        year = rows.total({earlier(m, 12) for m in months})
        print(f"\n{span}: {total} kg, US$; US$/t {unit_value(total)}; on the year % {growth(total, year)}")
        if span == "month":
            print(f"  on the month before % {growth(total, before)}")
        for column, name in ((1, "partners"), (2, "provinces")):
            sums = rows.sums(months, column)
            old = rows.sums({earlier(m, back) for m in months}, column)
            hhi = sum(Fraction(kg * 100, total[0]) ** 2 for kg, _ in sums.values())
            print(f"  {len(sums)} {name}, HHI {float(hhi)}")
            for key, line in sorted(sums.items(), key=lambda item: item[1], reverse=True)[:5]:
                points = old and percent(line[0] - old[key][0], before[0])
                print(f"    {key[0]}: {line} kg, US$; share % {percent(line[0], total[0])};"
                      f" US$/t {unit_value(line)}; contribution pp {points}")


if __name__ == "__main__":
    main(*sys.argv[1:])
