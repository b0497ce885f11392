import { createElement } from "../../../../site/browser/create-element.ts";
import { formatCount, formatPlural } from "../../../../site/format.ts";
import type { FoundGroup, ResultKind, SearchEntry, SearchResults } from "../../find-everything.ts";

/** The list below the search: options in groups, one of them marked, as the ARIA pattern of a combobox with a list wants them. */
export interface FoundList {
  /** Shows what was found, the first option marked. */
  show(found: SearchResults, query: string): void;
  say(text: string): void;
  close(): void;
  /** Marks the next option, or the one before; the ends meet. */
  move(step: 1 | -1): void;
  /** Where the marked option leads; null = nothing is marked. */
  marked(): string | null;
  readonly isOpen: () => boolean;
}

const LABELS: Readonly<Record<ResultKind, string>> = {
  models: "Models",
  makers: "Makers",
  platforms: "Platforms",
  pages: "Pages",
};

/** `base` is the site's own address. The list is behind the field and gives it what is marked. */
export function foundList(field: HTMLInputElement, base: string): FoundList {
  const list = createElement("div", { role: "listbox", id: "found", "aria-label": "Results" });
  const status = createElement("p", { role: "status" });
  const popup = createElement("div", { class: "found" }, status, list);
  popup.hidden = true;
  field.form?.append(popup);
  for (const [name, value] of Object.entries(PATTERN)) field.setAttribute(name, value);
  // A press on the list leaves the field focused: else the list would close before the click.
  popup.addEventListener("mousedown", (event) => event.preventDefault());
  let options: readonly HTMLAnchorElement[] = [];
  let place = -1;

  function mark(next: number): void {
    options[place]?.setAttribute("aria-selected", "false");
    place = next;
    const option = options[place];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option === undefined) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", option.id);
  }
  function open(groups: readonly HTMLElement[], text: string): void {
    list.replaceChildren(...groups);
    options = [...list.querySelectorAll("a")];
    for (const [at, option] of options.entries()) option.id = `found-${at}`;
    status.textContent = text;
    popup.hidden = false;
    popup.scrollTop = 0;
    field.setAttribute("aria-expanded", String(options.length > 0));
    mark(options.length > 0 ? 0 : -1);
  }
  return {
    show: (found, query) => open(groupElements(found, query, base), statusText(found, query)),
    say: (text) => open([], text),
    close: () => {
      popup.hidden = true;
      field.setAttribute("aria-expanded", "false");
      mark(-1);
    },
    move: (step) => options.length > 0 && mark((place + step + options.length) % options.length),
    marked: () => options[place]?.href ?? null,
    isOpen: () => !popup.hidden,
  };
}

const PATTERN = { role: "combobox", "aria-autocomplete": "list", "aria-controls": "found", "aria-expanded": "false" } as const;

/** `6 models, 1 platform`; said to screen readers too. */
function statusText({ groups, isClose }: SearchResults, query: string): string {
  if (groups.length === 0)
    return `Nothing is called “${query}”. Listed are models that answer in text: no embeddings, no rerankers.`;
  const counts = groups.map(({ kind, count }) => formatPlural(count, kind.slice(0, -1))).join(", ");
  return isClose ? `Nothing is written like that; closest: ${counts}.` : counts;
}

function groupElements({ groups }: SearchResults, query: string, base: string): readonly HTMLElement[] {
  return groups.map((group) => {
    const label = createElement("span", { id: `found-${group.kind}` }, LABELS[group.kind]);
    const all = group.kind === "models" && group.count > group.entries.length ? [allModels(group, query, base)] : [];
    const links = group.entries.map((entry) => optionOf(entry, base));
    return createElement("div", { role: "group", "aria-labelledby": label.id }, label, ...links, ...all);
  });
}

const optionOf = ({ title, note, path }: Pick<SearchEntry, "title" | "note" | "path">, base: string): HTMLAnchorElement =>
  createElement(
    "a",
    { role: "option", tabindex: "-1", "aria-selected": "false", href: base + path },
    title,
    createElement("span", {}, note),
  );

/** The list of models, narrowed to the same words. */
function allModels({ count }: FoundGroup, query: string, base: string): HTMLAnchorElement {
  const path = `?q=${encodeURIComponent(query)}#models`;
  const title = `All ${formatCount(count)} in the list of models`;
  return optionOf({ title, note: "", path }, base);
}
