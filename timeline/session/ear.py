"""What of the page's actions was heard: each is done once, in order, however often the page says it."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

__all__ = ["Ear"]


@dataclasses.dataclass(slots=True)
class Ear:
    """What was heard of what the user did: the number of the last action that was done.

    A newer message stops the run under way, and with it what is just being done, wherever that touches session state.
    So the number is kept beside it, and raised once the action is done: the page says what was cut off again.
    """

    number: int = 0

    def hear(self, actions: Sequence[tuple[int, str, Any]], do: Callable[[str, Any], None]) -> None:
        """Do what was not done yet, in order."""
        for number, action, value in actions:
            if number > self.number:
                try:
                    do(action, value)
                except Exception:
                    self.number = number  # said again, it would only fail again
                    raise
                self.number = number
