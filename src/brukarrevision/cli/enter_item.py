"""One question at the terminal: shown, answered or gone away from."""

from collections.abc import Callable

from brukarrevision.cli import enter_screen as screen
from brukarrevision.keying.filling import Filling, Step, press


def ask_item(
    key: Callable[[], str], number: int, form: Filling, area: str = ""
) -> Step:
    """Show what is asked now, and take keys until it is answered or left.

    Args:
        key: waits for a key.
        number: of the form.
        form: that is not done.
        area: the heading that was shown last.

    Returns:
        The step that answered it, or that went elsewhere.
    """
    item = form.item
    if item is None:
        return Step(form)
    line = screen.ask(number, form, item, area)
    while True:
        step = press(form, key())
        if step.answered:
            line.end(item.shown(step.form.answers.get(item.id, "")))
            return step
        if step.form.item != item:
            line.end("")
            return step
        form = step.form
        if step.fault or step.helps:
            line.end()
            if step.fault:
                screen.tell(screen.told(step.fault, item))
            else:
                screen.tell_help()
            line = screen.ask(number, form, item, item.area)
        line.show(screen.shown(form, item))
