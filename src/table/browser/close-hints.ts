/** What marks in tables opened lies over the rows above: Escape closes it, and so does a press elsewhere. */
addEventListener("keydown", ({ key }) => {
  if (key === "Escape") closeAllBut(null);
});
addEventListener("click", ({ target }) => closeAllBut(target));

/** `pressed`: what a reader pressed; the hint it is in stays. */
function closeAllBut(pressed: EventTarget | null): void {
  for (const hint of document.querySelectorAll(":is(td, th) details[open]"))
    if (!(pressed instanceof Node && hint.contains(pressed))) hint.removeAttribute("open");
}

/** It is imported for what it does. */
export {};
