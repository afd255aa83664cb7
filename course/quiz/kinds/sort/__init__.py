"""A question whose acts are put where the school's own protocol puts them."""
