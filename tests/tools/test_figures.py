from tools.figures import with_section


def test_a_section_is_replaced_as_far_as_the_next_heading_of_its_kind():
    text = "# T\n\n## A\n\nold\n\n### deeper\n\n## B\n\nstays\n"
    assert with_section(text, "## A\n", "new") == "# T\n\n## A\n\nnew\n\n## B\n\nstays\n"
    assert with_section(text, "## B\n", "new") == "# T\n\n## A\n\nold\n\n### deeper\n\n## B\n\nnew\n"
