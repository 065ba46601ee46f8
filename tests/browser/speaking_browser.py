"""A browser with voices. The Chromium that the tests drive has none; on a reader's device they come with it."""

import json

from playwright.sync_api import Page

OF_THIS_DEVICE = {"name": "Here", "lang": "en-GB", "localService": True, "default": False}
OF_A_NETWORK = {"name": "Far", "lang": "en-US", "localService": False, "default": True}
OF_ANOTHER_LANGUAGE = {"name": "Ici", "lang": "fr-FR", "localService": True, "default": True}

DEVICE = """
(voices) => {
  // What the device was told to say, and one utterance at a time that the test ends as a voice would.
  const heard = (globalThis.heard = []);
  let current;
  const end = (kind) => {
    const over = current;
    current = undefined;
    if (over) queueMicrotask(() => (kind === "end" ? over.onend?.() : over.onerror?.({ error: kind })));
  };
  globalThis.SpeechSynthesisUtterance = class {
    constructor(text) { this.text = text; }
  };
  const device = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak(utterance) {
      current = utterance;
      heard.push({ text: utterance.text, rate: utterance.rate, voice: utterance.voice.name, lang: utterance.lang });
    },
    cancel() { end("interrupted"); globalThis.cancelled = (globalThis.cancelled ?? 0) + 1; },
  });
  globalThis.device = { end, silent: () => !current, come: (more) => { voices.push(...more);
    device.dispatchEvent(new Event("voiceschanged")); } };
  Object.defineProperty(globalThis, "speechSynthesis", { value: device });
}
"""


def give_voices(page: Page, *voices: dict[str, object]) -> None:
    """Give the browser of a page these voices, before it opens anything."""
    page.add_init_script(f"({DEVICE})({json.dumps(voices)})")


def heard(page: Page) -> list[str]:
    """All that was said so far, sentence by sentence."""
    said: list[str] = page.evaluate("heard.map((each) => each.text)")
    return said


def last(page: Page) -> dict[str, object]:
    """What was said last: its text, rate, voice and language."""
    said: dict[str, object] = page.evaluate("heard.at(-1)")
    return said


def end_sentence(page: Page, how: str = "end") -> None:
    """Let the voice come to the end of its sentence, or break down: 'network'."""
    page.evaluate("(how) => device.end(how)", how)


def read_out(page: Page, most: int = 2000) -> list[str]:
    """Let the voice go on until it falls silent, and give all that was said."""
    page.evaluate(
        "async (most) => { for (let n = 0; n < most && !device.silent(); n++) { device.end('end'); await null; "
        "await new Promise((go) => setTimeout(go)); } }",
        most,
    )
    return heard(page)
