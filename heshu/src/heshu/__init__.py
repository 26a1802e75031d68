"""Finds the figures of Chinese texts, and tests what they say of each other."""
