"""Reads the table that the project wrote, and prints how many numbers it has and their sum."""

import csv
import struct
import sys

with open(sys.argv[1], newline="", encoding="utf-8") as file:
    values = [float(row["value"]) for row in csv.DictReader(file) if row["value"] != ""]
total = 0.0
for value in values:
    total += value
bits = struct.pack(">d", total).hex()
print(f"read {len(values)} numbers, bits of their sum {bits}")
