/**
 * The colour scheme that the reader chose. It runs before the first paint, so that a page never flashes in another one.
 *
 * The choice is kept under a key that holds the site's path, since sites of several forks may share a host name. Versions
 * before this one kept it for all of them at once: that choice is taken over.
 */
(() => {
  const root = document.documentElement;
  const address = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const KEY = `${new URL("../../", address).pathname}#look`;
  const OLD_KEY = "look";

  /** Show a colour scheme, and keep it. @param {string} look */
  function choose(look) {
    root.dataset.look = look;
    try {
      localStorage.setItem(KEY, look);
    } catch {
      // No storage: the choice holds for this page.
    }
  }

  function restore() {
    const own = localStorage.getItem(KEY);
    const look = own ?? localStorage.getItem(OLD_KEY);
    if (look !== "dark" && look !== "light") return;
    if (own === null) choose(look);
    else root.dataset.look = look;
  }

  const isDark = () => getComputedStyle(root).colorScheme === "dark";
  const button = () => document.querySelector(".shell-look-button");
  const showOnButton = () => button()?.setAttribute("aria-pressed", String(isDark()));

  root.classList.add("js");
  try {
    restore();
  } catch {
    // No storage: the device's own setting holds.
  }

  addEventListener("DOMContentLoaded", () => {
    showOnButton();
    button()?.addEventListener("click", () => {
      choose(isDark() ? "light" : "dark");
      showOnButton();
    });
  });
})();
