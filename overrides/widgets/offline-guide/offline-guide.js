import { askServiceWorker, keepGuide, keepPython, possible } from "../../assets/script/offline.js";
import { find } from "../shared/find.js";
import { messageOf } from "../shared/message-of.js";

const SITE = new URL("../../", import.meta.url);
const MEGABYTE = 1_000_000;

/** @param {number} bytes */
const size = (bytes) => `${(bytes / MEGABYTE).toFixed(1)} MB`;

/** What this device keeps of the guide, and a button that keeps all of it. */
class OfflineGuide extends HTMLElement {
  state = find(this, "[data-state]", HTMLElement);
  button = find(this, "[data-keep]", HTMLButtonElement);
  progress = find(this, "[data-progress]", HTMLProgressElement);

  async connectedCallback() {
    this.button.addEventListener("click", () => this.keepAll());
    await this.showSizes();
    if (!possible) {
      this.state.textContent = "This browser can't keep the guide, or this address doesn't let it.";
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
      find(this, "[data-zip-size]", HTMLElement).textContent = ` (${size(sizes.zip)})`;
    } catch {
      // Sizes are a courtesy: without a network there are none.
    }
  }

  /** @param {{guide: boolean, python: boolean}} kept */
  showState({ guide, python }) {
    if (guide && python) this.state.textContent = "All of the guide works without a network, its tools too.";
    else if (guide) this.state.textContent = "The guide and its search work without a network. Its tools do not yet.";
    else this.state.textContent = "Nothing is kept yet.";
    this.button.hidden = guide && python;
    find(this, "[data-room-needed]", HTMLElement).hidden = this.button.hidden;
    this.progress.hidden = true;
  }

  async keepAll() {
    this.button.disabled = true;
    this.progress.hidden = false;
    this.progress.removeAttribute("value");
    this.state.textContent = "Keeping the guide …";
    try {
      await keepGuide();
      this.state.textContent = "Keeping Python, for the tools …";
      await keepPython(({ progress }) => {
        if (progress !== undefined) this.progress.value = progress;
      });
      this.showState(await askServiceWorker("state"));
    } catch (error) {
      this.progress.hidden = true;
      this.state.textContent = `It didn't work. ${messageOf(error)} Try again with a network.`;
    }
    this.button.disabled = false;
  }
}

customElements.define("offline-guide", OfflineGuide);
