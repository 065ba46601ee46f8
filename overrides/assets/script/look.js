// Runs before the first paint, so that a page never flashes in the look that the reader did not choose.
document.documentElement.classList.add("js");
try {
  const look = localStorage.getItem("look");
  if (look === "dark" || look === "light") document.documentElement.dataset.look = look;
} catch {
  // No storage: the device's own setting holds.
}
