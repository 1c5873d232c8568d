"""Exports of client and contact lists whose columns are known, one module a system."""
