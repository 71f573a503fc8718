"""Routing in words: who answers a question, and where others go on."""

from collections.abc import Mapping, Sequence

from brukarrevision.exchange.paper.tongues import Said
from brukarrevision.exchange.paper.words import Phrases
from brukarrevision.model.instrument import Question

Labels = Mapping[tuple[str, str], str]
"""What is printed for a choice, by question and choice."""


class Routes:
    """Says the routing of one form.

    Args:
        questions: all that are asked, in order, without notes.
        labels: what is printed for every choice.
        phrases: the words to say it in.
    """

    def __init__(
        self, questions: Sequence[Question], labels: Labels, phrases: Phrases
    ) -> None:
        """Number the questions."""
        self.questions = questions
        self.labels = labels
        self.phrases = phrases
        self.numbers = {one.id: at for at, one in enumerate(questions, start=1)}

    def when(self, question: Question) -> Said | None:
        """Return who answers a question, None if all do."""
        routing = [(q, c) for q, c in question.routing.items() if q in self.numbers]
        if not routing:
            return None
        first = self.phrases.say("only_if", **self._condition(*routing[0]))
        more = [self.phrases.say("and_if", **self._condition(*r)) for r in routing[1:]]
        words = " ".join(one.text for one in (first, *more))
        return Said(f"{words}.", first.tongue)

    def after(self, question: Question) -> Said | None:
        """Return where those go on whom the next questions do not concern.

        None if nothing is led past, or if others also lead there.
        """
        run = self._run(question)
        if not run:
            return None
        wanted = run[0].routing[question.id]
        past = [c for q, c in self.labels if q == question.id and c not in wanted]
        if not past:
            return None
        answers = self._answers(question.id, past)
        at = self.numbers[run[-1].id]
        if at == len(self.questions):
            return self.phrases.say("finished", answers=answers)
        return self.phrases.say("go_on", answers=answers, number=at + 1)

    def _run(self, question: Question) -> list[Question]:
        """Return the questions right after one that it alone leads to, all alike."""
        following = self.questions[self.numbers[question.id] :]
        alone = following[0].routing if following else {}
        if set(alone) != {question.id}:
            return []
        run = []
        for one in following:
            if one.routing.get(question.id) != alone[question.id]:
                break
            run.append(one)
        return run

    def _condition(self, by: str, wanted: Sequence[str]) -> dict[str, object]:
        return {"answers": self._answers(by, wanted), "number": self.numbers[by]}

    def _answers(self, by: str, choices: Sequence[str]) -> str:
        names = [self.labels.get((by, choice), choice) for choice in choices]
        either = self.phrases.say("or")
        begin = "”" if either.tongue.code == "sv" else "“"
        quoted = [f"{begin}{name}”" for name in names]
        if len(quoted) == 1:
            return quoted[0]
        return f"{', '.join(quoted[:-1])} {either.text} {quoted[-1]}"
