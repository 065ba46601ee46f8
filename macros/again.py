"""What has not changed is not made again while the site is served: what was made is kept, by all that it was made of.

Kept are the things that the last build and this one used, and no others: memory does not grow with each change.
"""

from collections.abc import Callable, Hashable
from typing import Any, cast, override

from jinja2.bccache import Bucket, BytecodeCache


class Again:
    """Things that were made, by what they were made of."""

    def __init__(self) -> None:
        self.keeps = False
        """Whether anything is kept. Where a site is built just once, nothing would be asked for again."""
        self._last: dict[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}

    def begin(self, keeps: bool) -> None:
        """Begin a build: what the last one did not use goes."""
        self.keeps = keeps
        self._last, self._now = self._now, {}

    def forget(self) -> None:
        """Keep nothing of what was made so far: something of it was wrong."""
        self._last, self._now = {}, {}

    def made[T](self, of: Hashable, make: Callable[[], T]) -> T:
        """What `make` makes. `of` names all that it is made of, and what it is.

        >>> again, made = Again(), []
        >>> for text in ("one", "one", "two", "one"):
        ...     again.begin(keeps=True)
        ...     _ = again.made(("length", text), lambda: made.append(text))
        >>> made
        ['one', 'two', 'one']
        """
        if not self.keeps:
            return make()
        if of not in self._now:
            self._now[of] = self._last[of] if of in self._last else make()
        return cast(T, self._now[of])


again = Again()
"""What this process has made."""


class Compiled(BytecodeCache):
    """Templates, compiled: Jinja sees whether one has changed, and each build's environment begins without any."""

    def __init__(self) -> None:
        self.code: dict[str, bytes] = {}

    @override
    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    @override
    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code[bucket.key] = bucket.bytecode_to_string()
