import type { SearchJson } from "../../../data/json/search-json.ts";
import { makerOfId } from "../../../domain/model/maker-of-id.ts";
import { controlText, fillForm } from "../../../site/browser/form-state.ts";
import { loadJson } from "../../../site/browser/load-json.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { urlHistory } from "../../../site/browser/url-history.ts";
import { bringRest, takeRest } from "../../../table/browser/rest-rows.ts";
import type { FinderData, FinderFile, ReportedMonths } from "../find-models.ts";
import { type FinderSort, type FinderState, type FinderUrl, finderUrl, sortedBy } from "../finder-state.ts";
import { addChoices } from "./parts/choices.ts";
import { type LaterFiles, laterFiles } from "./parts/later-files.ts";
import { withIds } from "./parts/model-rows.ts";
import { type ModelView, modelView } from "./parts/model-view.ts";
import { isPriceField, showPriceProblem } from "./parts/price-problems.ts";
import { saveWhenAsked } from "./parts/save-when-asked.ts";

/** Searches, filters and sorts a list of models where it is: Finder.astro's controls, ModelTable.astro's rows. Its state is the URL. */

const form = requireElement(document, "#finder", HTMLFormElement);

async function start(): Promise<void> {
  const data = await loadJson<FinderFile>(form.dataset["source"] ?? "").catch(() => null);
  const table = requireElement(document, "#models", HTMLTableElement);
  if (data !== null) return run(data, table);
  sayNotLoaded();
  bringRest(table);
  document.querySelector(".more-rows")?.remove();
}

const sayNotLoaded = (): void => {
  requireElement(form, "p output", HTMLOutputElement).textContent = "The finder’s data did not load. Please reload the page.";
};

function run(file: FinderFile, table: HTMLTableElement): void {
  const elements = [
    ...requireElement(table, "tbody", HTMLTableSectionElement).rows,
    ...takeRest().flatMap(({ rows }) => [...rows]),
  ];
  const data = withIds(file, elements, form.dataset["at"]);
  const makers = [...new Set(data.ids.map(makerOfId))].filter((id) => id !== "").sort();
  const url = finderUrl({ makers, platforms: data.platforms, presets: data.workloads.map(({ id }) => id) });
  const view = modelView({ form, table, elements }, data, (column: FinderSort) =>
    go(sortedBy(state, column, url.defaults.workload)),
  );
  const files = filesOf(data, makers, view, () => show(state));
  const clear = requireElement(form, "[type=reset]", HTMLButtonElement);
  let state = url.read(location.search);
  const bar = urlHistory();

  function show(next: FinderState): void {
    state = next;
    fillForm(form, url.texts(state));
    clear.hidden = url.write(state) === "";
    if (files.has(state)) view.draw(state);
  }
  function go(next: FinderState): void {
    show(next);
    bar.go(url.write(state));
  }
  function typed(next: FinderState): void {
    show(next);
    bar.follow(url.write(state));
  }

  form.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const next = taken(url, state, target.name);
    if (target instanceof HTMLSelectElement || target.type === "checkbox") return go(next);
    if (isPriceField(target)) showPriceProblem(target);
    typed(next);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    bar.settle();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    go(url.defaults);
  });
  saveWhenAsked(form, { view, settle: bar.settle, state: () => state });
  addEventListener("popstate", () => show(url.read(location.search)));
  askWhenOpen(files);
  show(state);
}

/** The state with what the controls of this name say. */
function taken(url: FinderUrl, state: FinderState, name: string): FinderState {
  const query = new URLSearchParams(url.write(state));
  query.set(name, controlText(form, name));
  if (name === "workload" || name === "sort") query.delete("order");
  if (name === "workload") query.delete("sort");
  return url.read(`?${query}`);
}

/** What each later file is for. */
function filesOf(data: FinderData, makers: readonly string[], view: ModelView, onRead: () => void): LaterFiles {
  const take = {
    names: (json: SearchJson) => {
      view.rename(new Map(json.models.map(([id, , others = ""]) => [id, others])));
      addChoices(form, { maker: makers, platform: view.platforms }, { maker: json.makers, platform: json.platforms });
    },
    places: view.place,
    reported: (months: readonly ReportedMonths[]) => {
      for (const [at, workload] of data.workloads.entries()) workload.reported = months[at];
    },
  };
  return laterFiles(form, take, onRead, sayNotLoaded);
}

/** Makers and platforms have their names once somebody looks at the filters. */
function askWhenOpen(files: LaterFiles): void {
  const details = requireElement(form, "details", HTMLDetailsElement);
  if (details.open) files.ask("names");
  else details.addEventListener("toggle", () => files.ask("names"), { once: true });
}

// Last, when all of this file stands. The loader takes the module for ready when this is done.
await start();
