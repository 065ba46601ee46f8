/** The map was a view of the page about it once: who comes by that address is led on to the page where it stands now. */
const follow = () => {
  if (location.hash === "#work") location.replace("work/");
};

addEventListener("hashchange", follow);
follow();
