"""Places of China by GB/T 2260: names, codes, what lies in what, and when."""
