/** The menu, the search and the words of the glossary: what surrounds every page. */

/** @template {Element} T @param {string} selector @returns {T | null} */
const find = (selector) => document.querySelector(selector);

const menuButton = /** @type {HTMLButtonElement | null} */ (find(".shell-menu-button"));
menuButton?.addEventListener("click", () => {
  menuButton.setAttribute("aria-expanded", String(menuButton.getAttribute("aria-expanded") !== "true"));
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menuButton?.getAttribute("aria-expanded") === "true") {
    menuButton.setAttribute("aria-expanded", "false");
    menuButton.focus();
  }
});

const searchToggle = /** @type {HTMLInputElement | null} */ (find("#__search"));
const searchButton = /** @type {HTMLButtonElement | null} */ (find("[data-opens-search]"));
if (searchToggle) searchToggle.checked = false; // some browsers open it again after a reload
const query = /** @type {HTMLInputElement | null} */ (find(".md-search__input"));

/** Load a script, once. @param {string} [address] @returns {Promise<unknown>} */
function load(address) {
  if (!address || find(`script[src="${address}"]`)) return Promise.resolve();
  const script = document.createElement("script");
  script.src = address;
  document.head.append(script);
  return new Promise((resolve) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", resolve);
  });
}

/** @param {boolean} open */
function showSearch(open) {
  if (!searchToggle) return;
  searchToggle.checked = open;
  searchToggle.dispatchEvent(new Event("change"));
  (open ? query : searchButton)?.focus();
}

searchButton?.addEventListener("click", async () => {
  showSearch(true);
  // A browser starts no worker from a file, so there the search runs in a frame.
  if (location.protocol === "file:") await load(searchButton.dataset.shim);
  await load(searchButton.dataset.opensSearch);
  query?.dispatchEvent(new Event("focus"));
  query?.dispatchEvent(new Event("keyup")); // what was typed meanwhile
});
// The words that a page is also found by come as a navigation, but nobody can go anywhere with them.
const hits = find(".md-search-result__list");
new MutationObserver(() => {
  for (const words of hits?.querySelectorAll("nav:not([role])") ?? []) words.setAttribute("role", "presentation");
}).observe(hits ?? document.head, { childList: true, subtree: true });
find("[data-closes-search]")?.addEventListener("click", () => showSearch(false));
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && searchToggle?.checked) showSearch(false);
});

/** @type {HTMLElement | null} The word whose meaning is open. */
let explained = null;
for (const word of document.querySelectorAll("a.word")) {
  const link = /** @type {HTMLAnchorElement} */ (word);
  const meaning = document.getElementById(`meaning.${link.dataset.word}`);
  if (!meaning?.showPopover) continue; // an older browser: the link leads to the glossary
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
  link.setAttribute("aria-describedby", meaning.id);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    explain(link, meaning);
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    explain(link, meaning);
  });
  meaning.addEventListener("toggle", (event) => {
    const isOpen = /** @type {ToggleEvent} */ (event).newState === "open";
    link.setAttribute("aria-expanded", String(isOpen && explained === link));
  });
}

/** @param {HTMLElement} link @param {HTMLElement} meaning */
function explain(link, meaning) {
  if (explained === link && meaning.matches(":popover-open")) {
    meaning.hidePopover();
    return;
  }
  explained = link;
  meaning.showPopover();
  const { left, top, bottom } = link.getBoundingClientRect();
  const { offsetHeight: height } = meaning;
  const hasRoomBelow = bottom + height + 6 <= innerHeight || top - height - 6 < 0;
  meaning.style.top = `${scrollY + (hasRoomBelow ? bottom + 6 : top - height - 6)}px`;
  meaning.style.left = `${Math.max(8, Math.min(left, innerWidth - meaning.offsetWidth - 8))}px`;
}
