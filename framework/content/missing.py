"""What a language does not say yet of what residents read, answer and carry home.

`python -m framework.content.missing tr` lists it. With a file behind it, these messages are written there to
be translated. `framework/languages/residents-way.yaml` says what is translated first.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog

from framework.content.catalogue import FOUND_BY, Message, messages, write
from framework.content.languages import FOLDER, addresses, editions

ROOT = Path(__file__).parents[2]
WAY = FOLDER / "residents-way.yaml"


def residents_way() -> Iterator[Message]:
    """The messages that are translated first, each once. Words that the search finds things by are left out."""
    wanted: Mapping[str, str] = yaml.safe_load(WAY.read_text(encoding="utf-8"))
    seen = set()
    for message in messages():
        key = message.context, str(message.text)
        named = (pattern for file, pattern in wanted.items() if message.file.startswith(file))
        if (
            key not in seen
            and not message.context.endswith(FOUND_BY)
            and any(re.fullmatch(pattern, message.context) for pattern in named)
        ):
            seen.add(key)
            yield message


def missing(address: str, brand: Path = ROOT / "brand") -> list[Message]:
    """Those of these that the language at an address does not say."""
    found, _ = editions(brand, [address] if address in addresses(brand) else [])
    said = found[0].language.texts if found else {}
    return [message for message in residents_way() if (message.context, _first(message)) not in said]


def _first(message: Message) -> str:
    return message.text if isinstance(message.text, str) else message.text[0]


def main() -> int:
    """Print what is missing, or write it as a catalogue."""
    address, *to = sys.argv[1:]
    left = missing(address)
    if to:
        made = Catalog(locale=address.replace("-", "_"), charset="utf-8", fuzzy=False)
        for message in left:
            id_ = message.text if isinstance(message.text, str) else tuple(message.text)
            made.add(id_, context=message.context, locations=[(message.file, 0)])
        write(made, Path(to[0]))
    for message in () if to else left:
        print(f"{message.file}: {message.context}: {_first(message)}")
    print(f"{len(left)} messages of the residents' way are missing in '{address}'.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
