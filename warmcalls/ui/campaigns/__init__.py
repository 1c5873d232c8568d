"""The Campaigns page: what each campaign cost, handed over and earned."""
