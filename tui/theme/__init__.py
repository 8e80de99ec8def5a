"""How roles of text look: palettes, and Textual's themes made of them."""
