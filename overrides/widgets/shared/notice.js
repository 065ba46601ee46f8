import { download } from "./download.js";
import { say } from "./words.js";

/** Where the widgets' scripts stand. */
const WIDGETS = new URL("..", import.meta.url).href;

/**
 * Tell the reader at the top of the page what happened to their work. The words stand in the page (`overrides/main.html`).
 * @param {'refused' | 'clash' | 'unreadable' | 'fault'} kind
 */
export function notify(kind) {
  const notice = document.querySelector(`[data-notice=${kind}]`);
  if (notice instanceof HTMLElement) notice.hidden = false;
}

for (const button of document.querySelectorAll("[data-hide-notice]")) {
  button.addEventListener("click", () => button.parentElement?.setAttribute("hidden", ""));
}

/** What went wrong, for whoever mends the guide. @type {string[]} */
const faults = [];

/**
 * Tell the reader of an error that nobody foresaw, in words of our own. What it says itself goes only into the file that
 * they may save and send.
 * @param {unknown} error
 */
export function notifyFault(error) {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  faults.push(stack.includes(String(error)) ? stack : `${error}\n${stack}`);
  notify("fault");
}

document.querySelector("[data-save-fault]")?.addEventListener("click", () => {
  const about = [location.pathname, document.lastModified, navigator.userAgent, ...faults].join("\n\n");
  download(`${say("shell.fault-file")}.txt`, "text/plain", about);
});

/** A widget that stops may have met what it can't make sense of in what was kept. @param {unknown} error */
function stopped(error) {
  notifyFault(error);
  dispatchEvent(new Event("widget-stopped"));
}

addEventListener("error", ({ filename, error, message }) => {
  if (filename.startsWith(WIDGETS)) stopped(error ?? message);
});
addEventListener("unhandledrejection", ({ reason }) => {
  if (String(reason?.stack ?? "").includes(WIDGETS)) stopped(reason);
});

// The page was shown anew without what could not be used.
if (history.state?.setAside) {
  notify("unreadable");
  history.replaceState({ ...history.state, setAside: false }, "");
}
