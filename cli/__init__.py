"""The commands of `deelwijs`, a module for each family; `cli.main` loads one only when it is called."""
