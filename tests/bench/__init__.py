"""Measurements, run by the commands in CONTRIBUTING.md; docs/performance.md has the figures."""
