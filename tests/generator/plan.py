"""What kind of report a seed stands for: form, layout, size, noise, damage, planted mistake."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .labels import LABEL_NOISE
from .values import Tier

TEXT_LAYOUTS = ("L1", "L2", "L3", "L4", "L5", "L6", "L7", "spaces", "mixed")
LAYOUTS = (*TEXT_LAYOUTS, "md", "md-torn", "html-span", "html-holes", "html-word")
PROSE_LAYOUTS = ("L2", "L4", "L5", "md", "html-span")
PAPER_LAYOUTS = ("pdf-ruled", "docx", "xlsx")
"""Files of word processors and spreadsheets."""

FORMS = ("2021", "2019", "pre2019", "pre2019-cumulative", "pre2019-prose")

_TIERS = (Tier.IDLE, Tier.TOWNSHIP, Tier.COUNTY, Tier.COUNTY, Tier.CITY, Tier.PROVINCE)
_ENCODINGS = ("gb18030", "utf-8-sig", "utf-16", "big5")
_LABEL_ODDS = {"remarked-labels": 0.08}
_DEDUPLICATED = ("L1", "L4", "L5")


@dataclass(frozen=True, slots=True)
class Plan:
    """The choices behind one generated report; `Plan.draw(seed)` is always the same."""

    seed: int
    form: str
    layout: str
    tier: Tier
    year: int
    noise: frozenset[str] = frozenset()
    encoding: str = "utf-8"
    damage: str | None = None
    mistake: str | None = None
    length: int = 0
    """At least this many characters; 0 for no demand."""

    @classmethod
    def draw(cls, seed: int, form: str | None = None, layout: str | None = None) -> Plan:
        """The plan of a seed; form and layout may be given."""
        rng = Random(f"plan {seed}")
        form = form or rng.choice((*FORMS, "2021", "2021", "2019"))
        layout = layout or _on_paper(seed, form)
        layout = layout or rng.choice(PROSE_LAYOUTS if form == "pre2019-prose" else LAYOUTS)
        damage = _damage(rng, form, layout)
        mistake = _mistake(rng, form) if damage is None and rng.random() < 0.25 else None
        tier = rng.choice(_TIERS)
        if mistake is not None and tier is Tier.IDLE:
            tier = Tier.COUNTY
        noise = _noise(rng, form, layout) | _row_noise(seed, form, layout)
        if damage is not None or (mistake is not None and form.startswith("pre2019")):
            # Of a row that lost a cell and has one too many, two readings may print the same text. A sum
            # of which a part stands in such a row of one figure cannot be seen to fail.
            noise -= {"split-numbers", "pages-in-rows"}
        encoding = rng.choice(_ENCODINGS) if rng.random() < 0.15 else "utf-8"
        year = _year(rng, form)
        if "early" in noise:
            year = rng.choice((2019, 2020))
        return cls(seed, form, layout, tier, year, noise, encoding, damage, mistake)

    @property
    def markup(self) -> str:
        """`text`, `md`, `html`, `pdf`, `docx` or `xlsx`."""
        first = self.layout.split("-")[0]
        return first if first in ("md", "html", "pdf", "docx", "xlsx") else "text"

    def __str__(self) -> str:
        extras = [*sorted(self.noise), self.encoding, *filter(None, (self.damage, self.mistake))]
        return f"seed {self.seed}: {self.form} {self.layout} {self.year} {self.tier} ({', '.join(extras)})"


def _on_paper(seed: int, form: str) -> str | None:
    """The layout of the one report in eight that comes as a file of a word processor or spreadsheet."""
    rng = Random(f"paper {seed}")
    layouts = PAPER_LAYOUTS if form != "pre2019-prose" else PAPER_LAYOUTS[:-1]
    return rng.choice(layouts) if rng.random() < 0.125 else None


def _year(rng: Random, form: str) -> int:
    if form == "2021":
        return rng.randint(2021, 2025)
    if form == "2019":
        return rng.choice((2019, 2019, 2020, 2020, 2021, 2022))
    return rng.randint(2009 if form == "pre2019-prose" else 2013, 2018)


def _noise(rng: Random, form: str, layout: str) -> frozenset[str]:
    chosen = {
        name for name in LABEL_NOISE if form != "pre2019-prose" and rng.random() < _LABEL_ODDS.get(name, 0.2)
    }
    odds = {
        "web-text": 0.3 if not layout.startswith("html") else 0.0,
        "page-numbers": 0.5 if layout in ("L4", "L5") else 0.1 if layout == "L2" else 0.0,
        "one-line": 0.12 if layout in ("L1", "L2", "L3", "L6", "L7") else 0.0,
        "spaced-digits": 0.4 if layout in ("L5", "md-torn") else 0.05,
        "crlf": 0.08,
        "headings": 0.2,
        "separate-tables": 0.3 if layout not in TEXT_LAYOUTS else 0.0,
        "lost-heads": 0.06 if layout in TEXT_LAYOUTS else 0.0,
    }
    chosen |= {name for name, chance in odds.items() if rng.random() < chance}
    if rng.random() < 0.1:
        chosen.add(rng.choice(("traditional", "traditional-words")))
    return frozenset(chosen)


def _row_noise(seed: int, form: str, layout: str) -> frozenset[str]:
    """Noise of rows and headers; `early` is a form that was not yet in force."""
    if form == "pre2019-prose":
        return frozenset()
    rng = Random(f"rows {seed}")
    flat, spaced = layout in ("L4", "L5"), layout == "spaces"
    odds = {
        "labels-around": 0.2 if (flat or spaced) and form in ("2019", "2021") else 0.0,
        "split-numbers": 0.12 if flat or spaced else 0.0,
        "pages-in-rows": 0.15 if flat else 0.0,
        # In L7 the pipe of a first empty cell would seem to end the heading before it.
        "headless-remedies": 0.08 if layout in TEXT_LAYOUTS and layout != "L7" else 0.0,
        "early": 0.05 if form == "2021" else 0.0,
    }
    return frozenset(name for name, chance in odds.items() if rng.random() < chance)


def _damage(rng: Random, form: str, layout: str) -> str | None:
    if form == "pre2019-prose" or layout not in TEXT_LAYOUTS or rng.random() > 0.15:
        return None
    kinds = ["dropped-rows", "skeleton", "lost-tables", "lost-lines", "lost-lines"]
    if layout in _DEDUPLICATED and not form.startswith("pre2019"):
        kinds += ["deduplicated", "deduplicated"]
    return rng.choice(kinds)


def _mistake(rng: Random, form: str) -> str:
    if form in ("2019", "2021"):
        return rng.choice(("cell", "cell", "total", "remedy", "repeat", "share"))
    if form == "pre2019-prose":
        return rng.choice(("repeat", "share"))
    return rng.choice(("sum", "sum", "share", "repeat", "part"))
