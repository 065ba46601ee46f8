/** Buttons that print the page they stand on. */
for (const button of document.querySelectorAll("[data-prints]")) button.addEventListener("click", () => print());
