"""The frame of every staff page: rights, forms, inputs, two editors at once, translating."""
