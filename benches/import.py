#!/usr/bin/env python3
"""How long a customs file takes to read, beside pandas and DuckDB: `./dev bench-import`, or

    python3 benches/import.py [--rows N] [--reps N]

Each reads the same file in a fresh process, from nothing to the sums of each month; `tonnage import` does more, it
writes the dataset. All must find the same sums. Seconds are medians, memory is the most that a process held."""

import argparse
import importlib.util
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

FOLDER = pathlib.Path("target/bench")
TONNAGE = "target/release/tonnage"

PANDAS = """
import pandas, sys
rows = pandas.read_csv(sys.argv[1])
sums = rows.groupby("Date of data")[["Quantity", "US dollar"]].sum().sum()
print(len(rows), *(int(n) for n in sums))
"""
DUCKDB = """
import duckdb, sys
months = duckdb.sql(f'''select count(*), sum("Quantity"), sum("US dollar") from read_csv('{sys.argv[1]}') group by "Date of data"''')
print(*(int(sum(column)) for column in zip(*months.fetchall())))
"""


def run(command):
    """Seconds, peak memory in bytes and what it said, of one process."""
    begun = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    said = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begun
    if status:
        sys.exit(f"{' '.join(command[:2])} … failed.")
    # macOS counts bytes, Linux kilobytes.
    return seconds, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024), said


def sums_of_dataset(path):
    columns = json.loads(path.read_text())["columns"]
    return len(columns["quantity_kg"]), sum(columns["quantity_kg"]), sum(columns["value_usd"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--reps", type=int, default=5)
    wanted = parser.parse_args()
    missing = [name for name in ("pandas", "duckdb") if importlib.util.find_spec(name) is None]
    if missing:
        sys.exit(f"What it is compared with is missing: pip install {' '.join(missing)}")
    if not pathlib.Path(TONNAGE).exists():
        sys.exit("There is no command line to measure: cargo build --release --bin tonnage")
    FOLDER.mkdir(parents=True, exist_ok=True)
    file, dataset = FOLDER / "customs.csv", FOLDER / "customs.json"
    subprocess.run(["node", "benches/customs-file.mjs", str(wanted.rows), str(file)], check=True, stdout=subprocess.DEVNULL)
    size = file.stat().st_size
    ours = [TONNAGE, "import", str(file), "--flow", "export", "--id", "bench", "--title", "Bench"]
    programs = {
        "tonnage import": [*ours, "--commodity", "goods", "-o", str(dataset)],
        "pandas": [sys.executable, "-c", PANDAS, str(file)],
        "DuckDB": [sys.executable, "-c", DUCKDB, str(file)],
    }
    runs = {name: [] for name in programs}
    for _ in range(wanted.reps):
        for name, command in programs.items():
            runs[name].append(run(command))
    expected = sums_of_dataset(dataset)
    for name in ("pandas", "DuckDB"):
        found = tuple(int(number) for number in runs[name][0][2].split())
        if found != expected:
            sys.exit(f"{name} found {found}, tonnage import {expected}.")
    print(f"{wanted.rows:,} rows, {size / 1e6:.0f} MB, median of {wanted.reps}")
    print(f"{'':16}{'seconds':>9}{'ours / it':>11}{'peak MB':>9}{'x file':>8}")
    medians = {name: statistics.median(seconds for seconds, *_ in of) for name, of in runs.items()}
    for name, of in runs.items():
        memory = statistics.median(peak for _, peak, _ in of)
        ratio = medians["tonnage import"] / medians[name]
        print(f"{name:16}{medians[name]:9.2f}{ratio:11.2f}{memory / 1e6:9.0f}{memory / size:8.2f}")


if __name__ == "__main__":
    main()
