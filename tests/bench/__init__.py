"""Measurements: run by the commands in CONTRIBUTING.md, their figures are in docs/performance.md."""
