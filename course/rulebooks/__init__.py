"""A school's own rules: published versions, who goes by which from when, drafts, comparison, attestation.

Uses `people`, `library` and `norms`; never Flask. What is true without a database stands in modules that never import
`store`: the draft and its operations, the comparison.
"""
