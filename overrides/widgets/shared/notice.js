/** Where the widgets' scripts stand. */
const WIDGETS = new URL("..", import.meta.url).href;

/**
 * Tell the reader at the top of the page what happened to their work. The words stand in the page (`overrides/main.html`).
 * @param {'refused' | 'clash' | 'unreadable' | 'stopped'} kind
 */
export function notify(kind) {
  const notice = document.querySelector(`[data-notice=${kind}]`);
  if (notice instanceof HTMLElement) notice.hidden = false;
}

// A widget that stops, at what it can't make sense of in what was kept, stays an empty form. What was kept is still there.
addEventListener("error", ({ filename }) => {
  if (filename.startsWith(WIDGETS)) notify("stopped");
});
