import { makerOfId } from "../../../domain/model/maker-of-id.ts";
import type { Search } from "../../../domain/text/word-search.ts";
import { controlText, fillForm } from "../../../site/browser/form-state.ts";
import { loadJson } from "../../../site/browser/load-json.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { urlHistory } from "../../../site/browser/url-history.ts";
import type { FinderData, ReportedMonths } from "../find-models.ts";
import { type FinderState, finderUrl, sortedBy } from "../finder-state.ts";
import type { ModelRow } from "./parts/model-rows.ts";
import { modelView } from "./parts/model-view.ts";

/** Searches, filters and sorts a list of models where it stands: Finder.astro's controls, ModelTable.astro's rows. Its state is the URL. */

const form = requireElement(document, "#finder", HTMLFormElement);
const headForm = requireElement(document, "header form", HTMLFormElement);
const headField = requireElement(headForm, "[name=q]", HTMLInputElement);

async function start(): Promise<void> {
  const data = await loadJson<FinderData>(form.dataset["source"] ?? "").catch(() => null);
  if (data === null) sayNotLoaded();
  else run(data);
}

const sayNotLoaded = (): void => {
  requireElement(form, "output", HTMLOutputElement).textContent = "The finder’s data did not load. Please reload the page.";
};

function run(data: FinderData): void {
  const makers = [...new Set(data.ids.map(makerOfId))].sort();
  const url = finderUrl({ makers, platforms: data.platforms, presets: data.workloads.map(({ id }) => id) });
  const usualWorkload = url.defaults.workload;
  const draw = modelView(form, requireElement(document, "#models", HTMLTableElement), data, (column) =>
    go(sortedBy(state, column, usualWorkload)),
  );
  const clear = requireElement(form, "[type=reset]", HTMLButtonElement);
  const hasHead = headForm.dataset["module"] !== undefined;
  let state = url.read(location.search);
  let search: Search<ModelRow> = { rows: [], isClose: false };
  let isReportedAsked = false;
  const bar = urlHistory();

  /** The state with what the controls of this name say. */
  function taken(name: string): FinderState {
    const query = new URLSearchParams(url.write(state));
    query.set(name, controlText(form, name));
    if (name === "workload" || name === "sort") query.delete("order");
    if (name === "workload") query.delete("sort");
    return url.read(`?${query}`);
  }
  function show(next: FinderState): void {
    state = next;
    fillForm(form, url.texts(state));
    if (hasHead && headField !== document.activeElement) headField.value = state.query;
    clear.hidden = url.write(state) === "";
    search = draw(state);
    if (state.unconfirmed && !isReportedAsked) void addReported();
  }
  /** What one catalogue alone says is a file of its own, read when it is first asked for. */
  async function addReported(): Promise<void> {
    isReportedAsked = true;
    const reported = await loadJson<readonly ReportedMonths[]>(form.dataset["reported"] ?? "").catch(() => null);
    if (reported === null) return sayNotLoaded();
    for (const [at, workload] of data.workloads.entries()) workload.reported = reported[at];
    draw(state);
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
    if (target instanceof HTMLInputElement && target.type !== "checkbox") typed(taken(target.name));
    else if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) go(taken(target.name));
  });
  function entered(event: Event): void {
    event.preventDefault();
    bar.settle();
    if (state.query !== "") lead(search, (url) => location.assign(url));
  }
  form.addEventListener("submit", entered);
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    go(url.defaults);
  });
  addEventListener("popstate", () => show(url.read(location.search)));
  show(state);
  if (!hasHead) return;
  // The search in the page's head looks through this list. From other pages it leads here by Enter, which the address tells by its hash.
  headField.addEventListener("input", () => typed({ ...state, query: headField.value.trim() }));
  headForm.addEventListener("submit", entered);
  if (location.hash !== "#models") return;
  history.replaceState(null, "", location.pathname + location.search);
  if (state.query !== "") lead(search, (url) => location.replace(url));
}

/** The only model that is written like the query opens; the first of several, or the closest, is one more Enter away. */
function lead({ rows, isClose }: Search<ModelRow>, open: (url: string) => void): void {
  const link = rows[0]?.element.querySelector("a");
  if (link && rows.length === 1 && !isClose) {
    open(link.href);
    return;
  }
  // On a phone the rows stand below what says how many there are, and whether they are close only: both stay in sight.
  form.scrollIntoView();
  link?.focus({ preventScroll: true });
}

// Last, when all of this file stands. The loader takes the module for ready when this is done.
await start();
