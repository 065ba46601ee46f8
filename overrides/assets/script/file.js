// Where a page was opened from a file: a USB stick, an unpacked zip. There is no server, so a link to a folder must
// name its page.
if (location.protocol === "file:") {
  document.documentElement.classList.add("from-file");
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
