"""How long it takes to count the themes of 57 interviews, 60 codes at 5 questions."""

import json
import tempfile
from pathlib import Path

from bench_interviews import CODES, GOAL_S, INTERVIEWS, QUESTIONS, seconds, write


def main() -> None:
    """Time the command in its ways and print the result as a JSON line."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        write(base)
        seconds(base, "interview", "import", "matt")
        counted = seconds(base, "themes", "matt")
        split = seconds(base, "themes", "matt", "--by", "question", "--by", "unit")
        pairs = seconds(base, "themes", "matt", "--together", "--unprotected")
        check = seconds(base, "interview", "check", "matt")
    result = {
        "benchmark": "themes",
        "interviews": INTERVIEWS,
        "questions": QUESTIONS,
        "codes": CODES,
        "themes_s": round(counted, 2),
        "by_question_and_unit_s": round(split, 2),
        "together_s": round(pairs, 2),
        "times_the_check_of_the_notes": round(counted / check, 1),
        "goal_s": GOAL_S,
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
