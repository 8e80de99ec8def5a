"""Text on its way to the screen: made safe, measured in cells, given a look."""
