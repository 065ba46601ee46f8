/**
 * What `make serve` gives for the service worker: it withdraws. One of `make preview` at the same address would else go
 * on to answer with what it kept, and not show what is changed.
 */

const leaving = /** @type {any} */ (self);

leaving.addEventListener("install", () => leaving.skipWaiting());
leaving.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(leave()));

async function leave() {
  await leaving.registration.unregister();
  for (const page of await leaving.clients.matchAll({ type: "window" })) page.navigate(page.url);
}
