/**
 * Tell the reader at the top of the page what happened to their work. The words stand in the page (`overrides/main.html`).
 * @param {'refused' | 'clash' | 'unreadable'} kind
 */
export function notify(kind) {
  const notice = document.querySelector(`[data-notice=${kind}]`);
  if (notice instanceof HTMLElement) notice.hidden = false;
}

document.querySelector("[data-save-copy]")?.addEventListener("click", async () => {
  const { saveCopy } = await import("./save.js");
  saveCopy();
});
