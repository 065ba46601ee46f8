import { askServiceWorker, keepGuide, keepPython, NotKept, possible } from "../../assets/script/offline.js";
import { find } from "../shared/find.js";
import { messageOf } from "../shared/message-of.js";
import { say } from "../shared/words.js";

const SITE = new URL("../../", import.meta.url);
const MEGABYTE = 1_000_000;

/** @param {number} bytes */
const size = (bytes) => say("offline-guide.mb", { number: (bytes / MEGABYTE).toFixed(1) });

/** What this device keeps of the guide, and a button that keeps all of it. */
class OfflineGuide extends HTMLElement {
  state = find(this, "[data-state]", HTMLElement);
  button = find(this, "[data-keep]", HTMLButtonElement);
  progress = find(this, "[data-progress]", HTMLProgressElement);

  async connectedCallback() {
    this.button.addEventListener("click", () => this.keepAll());
    await this.showSizes();
    if (!possible) {
      this.state.textContent = say("offline-guide.not-possible");
      return;
    }
    const registration = await navigator.serviceWorker.getRegistration(SITE.href);
    this.showState(registration?.active ? await askServiceWorker("state") : { guide: false, python: false });
  }

  async showSizes() {
    try {
      const sizes = await (await fetch(new URL("offline.json", SITE))).json();
      find(this, "[data-download]", HTMLElement).textContent = size(sizes.zip); // as well as compressed
      find(this, "[data-room]", HTMLElement).textContent = size(sizes.bytes.guide + sizes.bytes.python);
      find(this, "[data-zip-size]", HTMLElement).textContent = size(sizes.zip);
      find(this, "[data-zip]", HTMLElement).hidden = true;
      find(this, "[data-zip-with-size]", HTMLElement).hidden = false;
    } catch {
      // Sizes are a courtesy: without a network there are none.
    }
  }

  /** @param {{guide: boolean, python: boolean}} kept */
  showState({ guide, python }) {
    if (guide && python) this.state.textContent = say("offline-guide.all");
    else if (guide) this.state.textContent = say("offline-guide.no-tools");
    else this.state.textContent = say("offline-guide.nothing");
    this.button.hidden = guide && python;
    find(this, "[data-room-needed]", HTMLElement).hidden = this.button.hidden;
    this.progress.hidden = true;
  }

  async keepAll() {
    this.button.disabled = true;
    this.progress.hidden = false;
    this.progress.removeAttribute("value");
    this.state.textContent = say("offline-guide.keeping");
    try {
      await keepGuide();
      this.state.textContent = say("offline-guide.keeping-python");
      await keepPython(({ progress }) => {
        if (progress !== undefined) this.progress.value = progress;
      });
      this.showState(await askServiceWorker("state"));
    } catch (error) {
      this.progress.hidden = true;
      this.state.textContent =
        error instanceof NotKept
          ? say("offline-guide.no-room")
          : say("offline-guide.failed", { why: messageOf(error) });
    }
    this.button.disabled = false;
  }
}

customElements.define("offline-guide", OfflineGuide);
