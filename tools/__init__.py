"""What the project is made with: checks, set-up of the tests, vendored files, pictures."""
