"""Ad reports: what campaigns cost, as the ad tools export it."""
