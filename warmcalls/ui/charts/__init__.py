"""What pages with charts share: the lane that draws, a chart, its panel, rows behind a figure."""
