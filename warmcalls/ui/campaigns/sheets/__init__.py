"""The side sheets of the Campaigns page: forms and lists without a database behind them."""
