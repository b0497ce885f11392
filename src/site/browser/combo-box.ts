import { createElement } from "./create-element.ts";
import { requireElement } from "./require-element.ts";

/** One thing to choose. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** What distinguishes it from its neighbours, in few words. */
  readonly note?: string;
}

/** What a field that finds by typing offers, and what becomes of a choice. */
export interface ComboBoxActs {
  /** For no text the first ones of all. */
  readonly find: (text: string) => readonly Choice[];
  readonly choose: (id: string) => void;
}

/**
 * Makes a field with a list below it one that finds by typing: arrows move, Enter takes, Escape closes, a click or a tap takes. The field and
 * the empty list are in the page, so that nothing moves. Only the field that has the focus shows its list: what was typed into another one
 * before the script came stays there, closed. A comma takes what is written before it, so that a list can be typed or pasted.
 */
export function comboBox(field: HTMLInputElement, { find, choose }: ComboBoxActs): void {
  const list = requireElement(document, `#${field.getAttribute("aria-controls") ?? ""}`, HTMLElement);
  list.role = "listbox";
  list.ariaLabel = field.labels?.[0]?.textContent ?? "";
  let active = 0;

  const options = () => [...list.children];
  function show(found: readonly Choice[]): void {
    list.replaceChildren(...found.map((choice, at) => optionOf(list.id, choice, at)));
    list.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    mark(0);
  }
  function mark(at: number): void {
    const all = options();
    active = all.length === 0 ? 0 : (at + all.length) % all.length;
    for (const [place, option] of all.entries()) option.setAttribute("aria-selected", String(place === active));
    all[active]?.scrollIntoView({ block: "nearest" });
    if (all.length === 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", all[active]?.id ?? "");
  }
  function take(option: Element | undefined): void {
    if (!(option instanceof HTMLElement)) return;
    field.value = "";
    show([]);
    choose(option.dataset["id"] ?? "");
  }
  const KEYS: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (list.hidden ? show(find(field.value)) : mark(active + 1)),
    ArrowUp: () => mark(active - 1),
    Enter: () => take(options()[active]),
    Escape: () => show([]),
  };

  function takeListed(): void {
    const parts = field.value.split(",");
    const last = parts.pop();
    const unknown = parts.filter((part) => {
      const [found] = find(part);
      if (found !== undefined) choose(found.id);
      return found === undefined;
    });
    if (parts.length > 0) field.value = [...unknown, last].join();
  }

  const showFound = () => show(document.activeElement === field ? find(field.value) : []);
  field.addEventListener("input", takeListed);
  for (const type of ["input", "click"]) field.addEventListener(type, showFound);
  field.addEventListener("blur", () => show([]));
  field.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  // The field keeps the focus, so that the list is still there when the button goes up.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    if (target instanceof Element) take(target.closest("[role=option]") ?? undefined);
  });
}

const optionOf = (listId: string, { id, name, note }: Choice, at: number): HTMLElement =>
  createElement(
    "div",
    { role: "option", id: `${listId}-${at}`, "data-id": id },
    name,
    ...(note === undefined ? [] : [" ", createElement("i", {}, note)]),
  );
