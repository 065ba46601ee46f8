import { ask, keepGuide, keepPython, possible } from "../../assets/script/offline.js";
import { find } from "../shared/find.js";

const SITE = new URL("../../", import.meta.url);
const MEGABYTE = 1_000_000;

/** @param {number} bytes */
const size = (bytes) => `${(bytes / MEGABYTE).toFixed(1)} MB`;

/** What this device keeps of the guide, and a button that keeps all of it. */
class OfflineGuide extends HTMLElement {
  state = find(this, "[data-state]", HTMLElement);
  keep = find(this, "[data-keep]", HTMLButtonElement);
  progress = find(this, "[data-progress]", HTMLProgressElement);

  async connectedCallback() {
    this.keep.addEventListener("click", () => this.keepAll());
    await this.tellSizes();
    if (!possible) {
      this.state.textContent = "This browser can't keep the guide, or this address doesn't let it.";
      return;
    }
    const registration = await navigator.serviceWorker.getRegistration(SITE.href);
    this.tell(registration?.active ? await ask("state") : { guide: false, python: false });
  }

  async tellSizes() {
    try {
      const told = await (await fetch(new URL("offline.json", SITE))).json();
      find(this, "[data-download]", HTMLElement).textContent = size(told.zip); // as well as compressed
      find(this, "[data-room]", HTMLElement).textContent = size(told.bytes.guide + told.bytes.python);
      find(this, "[data-zip-size]", HTMLElement).textContent = ` (${size(told.zip)})`;
    } catch {
      // Sizes are a courtesy: without a network there are none.
    }
  }

  /** @param {{guide: boolean, python: boolean}} kept */
  tell({ guide, python }) {
    if (guide && python) this.state.textContent = "All of the guide works without a network, its tools too.";
    else if (guide) this.state.textContent = "The guide and its search work without a network. Its tools do not yet.";
    else this.state.textContent = "Nothing is kept yet.";
    this.keep.hidden = guide && python;
    find(this, "[data-takes]", HTMLElement).hidden = this.keep.hidden;
    this.progress.hidden = true;
  }

  async keepAll() {
    this.keep.disabled = true;
    this.progress.hidden = false;
    this.progress.removeAttribute("value");
    this.state.textContent = "Keeping the guide …";
    try {
      await keepGuide();
      this.state.textContent = "Keeping Python, for the tools …";
      await keepPython(({ progress }) => {
        if (progress !== undefined) this.progress.value = progress;
      });
      this.tell(await ask("state"));
    } catch (error) {
      this.progress.hidden = true;
      this.state.textContent = `It didn't work. ${error instanceof Error ? error.message : error} Try again with a network.`;
    }
    this.keep.disabled = false;
  }
}

customElements.define("offline-guide", OfflineGuide);
