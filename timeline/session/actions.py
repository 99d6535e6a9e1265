"""The actions that the page sends: each is done once, in order, however often the page sends it."""

import dataclasses
import threading
from collections.abc import Callable, Sequence
from typing import Any

__all__ = ["ActionLog"]


@dataclasses.dataclass(slots=True)
class ActionLog:
    """Which of the user's actions were done: the number of the last one.

    A newer message stops the run under way, and with it the action that is being done, wherever that touches session
    state. So the number is kept apart, and raised once the action is done: the page sends again what was cut off.
    The newer message does not wait for that run to stop, so two runs may hear of one action; one does it at a time.
    """

    number: int = 0
    _lock: threading.Lock = dataclasses.field(default_factory=threading.Lock, repr=False, compare=False)

    def do_new(self, actions: Sequence[tuple[int, str, Any]], do: Callable[[str, Any], None]) -> None:
        """Call `do` with each action that was not done yet, in order."""
        with self._lock:
            for number, action, value in actions:
                if number > self.number:
                    try:
                        do(action, value)
                    except Exception:
                        self.number = number  # sent again, it would only fail again
                        raise
                    self.number = number
