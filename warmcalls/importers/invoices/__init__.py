"""Invoices: fees as bookkeeping exports them."""
