"""The table of clients: as pleasant as a spreadsheet, over any number of rows."""
