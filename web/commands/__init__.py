"""The commands of `deelwijs`, a module for each family; `web.cli` loads one only when it is called."""
