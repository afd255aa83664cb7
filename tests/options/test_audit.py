"""A file by whose options somebody can guess is told of, and so is all content together."""

from course.library import load_library
from course.options.audit import EVERYTHING, check_give_aways
from course.reading.findings import Severity
from tests.library.content_root import write_content

TELLING = "".join(
    f"\n{{#v{n}}}\n## Vraag {n}\n\n- [x] veruit de langste van de vier\n- [ ] een\n  > Nee.\n- [ ] twee\n  > Nee.\n"
    "- [ ] drie\n  > Nee.\n\n> Want.\n"
    for n in range(12)
)


def test_a_bank_whose_longest_option_is_always_right_is_told_of(tmp_path):
    root = write_content(tmp_path)
    assert not any(one.file.startswith("quizzes/") for one in check_give_aways(load_library(root)))
    with (root / "quizzes/filmpje.md").open("a", encoding="utf-8") as bank:
        bank.write(TELLING)
    found = check_give_aways(load_library(root))
    longest = [one for one in found if "rule longest" in one.message]
    told = {(one.file, one.code, one.severity) for one in longest}
    assert told == {
        ("quizzes/filmpje.md", "gives-away", Severity.HINT),
        (EVERYTHING, "gives-away", Severity.HINT),
    }
    assert all("12 of" in one.message or "13 of" in one.message for one in longest)
