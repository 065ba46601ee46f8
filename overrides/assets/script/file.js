// Where a page was opened from a file: a USB stick, an unpacked zip. There is no server, so a link to a folder must
// name its page, and the search runs in a frame, since a browser starts no worker from a file.
if (location.protocol === "file:") {
  document.documentElement.classList.add("from-file");
  const { shim } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  document.write(`<script src="${shim}"></script>`); // at once, before the search starts
  addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const address = link && new URL(link.getAttribute("href") ?? "", document.baseURI);
      if (address?.protocol !== "file:" || !address.pathname.endsWith("/")) return;
      address.pathname += "index.html";
      link?.setAttribute("href", address.href);
    },
    true,
  );
}
