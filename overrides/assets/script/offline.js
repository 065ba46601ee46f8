/** The service worker of this site: registered when the page is done, and its new versions told to the reader. */

const SITE = new URL("../../", import.meta.url);

/** Whether the site may keep anything: where Firefox refuses cookies, to ask for a service worker is an error. */
function mayKeep() {
  try {
    return Boolean(localStorage);
  } catch {
    return false;
  }
}

/** Whether this site has a service worker, and this browser may run it. */
export const possible =
  document.querySelector('meta[name="works-offline"]') !== null &&
  "serviceWorker" in navigator &&
  isSecureContext &&
  mayKeep();

/** The page, and Python where it is wanted, come first. */
const SETTLE_MS = 1_500;
/** A page that is busy for longer than this is kept all the same. */
const BUSY_MS = 10_000;
const saveData = Boolean(/** @type {any} */ (navigator).connection?.saveData);

/** The guide could not be kept: most often for want of room. @extends Error */
export class NotKept extends Error {}

/** Keep the guide on this device. @returns {Promise<ServiceWorkerRegistration>} once it is kept */
export async function keepGuide() {
  const registration = await navigator.serviceWorker.register(new URL("service-worker.js", SITE), { scope: SITE.href });
  watch(registration);
  const installing = registration.installing;
  if (installing) await settled(installing);
  if (!registration.active) throw new NotKept("The service worker gave up.");
  return registration;
}

/** @param {ServiceWorker} worker @returns {Promise<void>} once it is in force, or has given up */
function settled(worker) {
  const isOver = () => worker.state === "activated" || worker.state === "redundant" || worker.state === "installed";
  return new Promise((resolve) => {
    if (isOver()) resolve();
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated" || worker.state === "redundant") resolve();
    });
  });
}

/**
 * Ask the service worker.
 * @param {string} request  'state' or 'keep-python'
 * @param {(message: any) => void} [onMessage]  takes each message, the last one too
 * @returns {Promise<any>} the last message
 */
export async function askServiceWorker(request, onMessage = () => {}) {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    port1.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      onMessage(message);
      if (message.failed) reject(new Error(message.failed));
      else if (message.progress === undefined) resolve(message);
    };
    active?.postMessage(request, [port2]);
  });
}

/** Keep Python on this device too. @param {(message: any) => void} [onMessage] */
export const keepPython = (onMessage) => askServiceWorker("keep-python", onMessage);

/** Tell the reader of a new version once it has been taken whole. @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  const showNotice = () => {
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    const notice = /** @type {HTMLElement | null} */ (document.querySelector("[data-new-version]"));
    if (notice) notice.hidden = false;
  };
  showNotice();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", showNotice);
  });
  document.querySelector("[data-use-now]")?.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("use-now");
  });
}

/** In the background, after all that the reader waits for. */
async function keepQuietly() {
  try {
    await keepGuide();
    await keepPython();
  } catch {
    // The site works as it did; 'work offline' tells why, where a reader asks for it.
  }
}

if (possible && !saveData) {
  const idle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ run) => run());
  const begin = () => setTimeout(() => idle(() => void keepQuietly(), { timeout: BUSY_MS }), SETTLE_MS);
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}
