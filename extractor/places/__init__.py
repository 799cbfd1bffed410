"""Places of China by GB/T 2260: names, codes, what lies in what, and when."""

from .gazetteer import Gazetteer, gazetteer
from .mentions import Address, Mention, find_addresses
from .place import Level, Place

__all__ = ["Address", "Gazetteer", "Level", "Mention", "Place", "find_addresses", "gazetteer"]
