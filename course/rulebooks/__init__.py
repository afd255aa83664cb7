"""A school's own rules: published versions, who goes by which from when, drafts, comparison, attestation.

Begin a draft with `drafts.beginning`, edit it with `drafts.drafting`; ask its questions of `questions`, look at the course
under it with `preview`, and make it a version with `publishing`. `adopting` says who goes by which, `loaded` gives actors
a library in which their rules hold, `comparison` puts two versions side by side, `attesting` asks staff to confirm them.

Uses `people`, `library` and `norms`; never Flask. The draft and its operations, questions, preview and comparison know no
database.
"""
