"""Templates, compiled only where they have changed."""

from typing import override

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from framework.again import again


class Compiled(BytecodeCache):
    """Templates, compiled. Jinja itself tells them by what stands in them."""

    def __init__(self, environment: str) -> None:
        self.environment = environment
        """What a template may use depends on whose it is: the theme's or a page's."""

    @override
    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """A template's name, wherever this copy of the guide lies."""
        return f"{self.environment} {name}"

    @override
    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """What was compiled, as of this file: a mistake is told with its name."""
        bucket = super().get_bucket(environment, name, filename, source)
        if bucket.code and filename:
            bucket.code = bucket.code.replace(co_filename=filename)
        return bucket

    @override
    def load_bytecode(self, bucket: Bucket) -> None:
        known, code = again.found(("template", bucket.key, bucket.checksum))
        if known:
            bucket.bytecode_from_string(code)

    @override
    def dump_bytecode(self, bucket: Bucket) -> None:
        again.note(("template", bucket.key, bucket.checksum), bucket.bytecode_to_string())
