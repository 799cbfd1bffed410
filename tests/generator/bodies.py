"""Bodies that report: governments, departments and townships, with the codes of GB/T 2260.

The places are real, the figures never are.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .values import Tier

PROVINCES = (
    ("浙江省", "330000"), ("四川省", "510000"), ("湖南省", "430000"), ("山东省", "370000"),
    ("广东省", "440000"), ("河南省", "410000"), ("贵州省", "520000"), ("内蒙古自治区", "150000"),
    ("广西壮族自治区", "450000"), ("北京市", "110000"), ("重庆市", "500000"), ("海南省", "460000"),
)  # fmt: skip
CITIES = (
    ("浙江省", "绍兴市", "330600"), ("四川省", "绵阳市", "510700"), ("四川省", "宜宾市", "511500"),
    ("湖南省", "岳阳市", "430600"), ("山东省", "烟台市", "370600"), ("广东省", "佛山市", "440600"),
    ("河南省", "信阳市", "411500"), ("安徽省", "黄山市", "341000"), ("广西壮族自治区", "桂林市", "450300"),
    ("湖北省", "宜昌市", "420500"), ("贵州省", "遵义市", "520300"), ("云南省", "大理白族自治州", "532900"),
    ("内蒙古自治区", "呼和浩特市", "150100"), ("宁夏回族自治区", "银川市", "640100"),
)  # fmt: skip
COUNTIES = (
    ("浙江省", "绍兴市", "诸暨市", "330681"), ("浙江省", "杭州市", "余杭区", "330110"),
    ("四川省", "绵阳市", "江油市", "510781"), ("湖南省", "长沙市", "浏阳市", "430181"),
    ("湖南省", "岳阳市", "平江县", "430626"), ("山东省", "济南市", "章丘区", "370114"),
    ("广东省", "广州市", "番禺区", "440113"), ("河南省", "郑州市", "新郑市", "410184"),
    ("安徽省", "合肥市", "肥西县", "340123"), ("福建省", "福州市", "闽侯县", "350121"),
    ("湖北省", "宜昌市", "当阳市", "420582"), ("贵州省", "遵义市", "赤水市", "520381"),
    ("广西壮族自治区", "桂林市", "阳朔县", "450321"),
)  # fmt: skip
TOWNS = ("花岗镇", "石门镇", "双河镇", "青山乡", "龙泉街道", "临江镇", "新桥乡", "长乐镇")
BUREAUS = ("教育局", "财政局", "民政局", "交通运输局", "水利局", "卫生健康局", "应急管理局", "医疗保障局")


@dataclass(frozen=True, slots=True)
class Body:
    """One reporting body: what its report calls it, and where it is.

    `region` holds the paths that its report names; `implied` those that follow from the place alone.
    `whole` is its word for the whole area (全市), `own` for itself (我市).
    """

    issuer: str
    tier: Tier
    region: dict[str, str]
    implied: dict[str, str]
    whole: str
    own: str


def draw_body(rng: Random, tier: Tier) -> Body:
    """A random body of about that size."""
    if tier is Tier.PROVINCE:
        name, code = rng.choice(PROVINCES)
        region = {"region.province": name, "region.adcode": code}
        word = "市" if name.endswith("市") else "区" if name.endswith("区") else "省"
        return Body(f"{name}人民政府", tier, region, {}, f"全{word}", f"我{word}")
    if tier is Tier.CITY:
        province, city, code = rng.choice(CITIES)
        return _below(rng, tier, province, city, None, code)
    province, city, county, code = rng.choice(COUNTIES)
    return _below(rng, tier, province, city, county, code)


def _below(rng: Random, tier: Tier, province: str, city: str, county: str | None, code: str) -> Body:
    place = county or city
    named = {"region.county" if county else "region.city": place, "region.adcode": code}
    implied = {"region.province": province} | ({"region.city": city} if county else {})
    prefix = ""
    if rng.random() < 0.4:
        prefix = f"{province}{city}" if county and rng.random() < 0.5 else city if county else province
        named |= {path: name for path, name in implied.items() if name in prefix}
        implied = {path: name for path, name in implied.items() if path not in named}
    if tier in (Tier.IDLE, Tier.TOWNSHIP) and rng.random() < 0.8:
        town = rng.choice(TOWNS)
        kind = "街道办事处" if town.endswith("街道") else "人民政府"
        issuer = f"{prefix}{place}{town.removesuffix('街道') if kind == '街道办事处' else town}{kind}"
        word = "街道" if kind == "街道办事处" else town[-1]
        return Body(issuer, tier, named, implied, f"全{word}", f"我{word}")
    if rng.random() < 0.25:
        return Body(f"{prefix}{place}{rng.choice(BUREAUS)}", tier, named, implied, "全局", "我局")
    word = place[-1]
    return Body(f"{prefix}{place}人民政府", tier, named, implied, f"全{word}", f"我{word}")
