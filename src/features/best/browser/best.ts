import { isNeed } from "../../../domain/model/need.ts";
import type { Problems } from "../../../site/address/field.ts";
import { numbersOf } from "../../../site/address/workload-fields.ts";
import { createElement } from "../../../site/browser/create-element.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { urlHistory } from "../../../site/browser/url-history.ts";
import { formatDay } from "../../../site/format.ts";
import { monthMeaning, nameInSentence } from "../../../site/words/month-meaning.ts";
import { listenToShare } from "../../../table/browser/share.ts";
import type { TableView } from "../../../table/table-view.ts";
import { type BestState, defaultBestState, mayBeOlder, rankingParamsIn, readBest, writeBest } from "../best-state.ts";
import { type BestView, bestView } from "../best-view.ts";
import { type PricedInput, pricedInput, type RankedMarket, rankedMarket } from "../market/ranked-market.ts";
import { bestDrawer } from "./parts/best-draw.ts";
import { type BestFile, loadBest } from "./parts/best-file.ts";
import { bestQuery, showPicks, showState, stateWithPick } from "./parts/best-form.ts";
import { buyChart, type Charted } from "./parts/buy-chart.ts";

/** Ranks again for what a reader asks, by the functions that ranked at build time; its state is the URL. Or shows the rows of a kept day. */

/** A ranking takes a tenth of a second: it waits until the typing pauses. */
const TYPING_PAUSE_MS = 150;

const form = requireElement(document, "#best", HTMLFormElement);
const need = form.dataset["need"] ?? "";

async function start(): Promise<void> {
  const file = isNeed(need) ? await loadBest(form.dataset["workload"] ?? "", need).catch(() => null) : null;
  if (file === null) {
    form.after(createElement("p", { class: "over", role: "status" }, "The ranking’s data did not load. Please reload the page."));
    return;
  }
  const opened = new URLSearchParams(location.search);
  const asOfDay = opened.get("as-of");
  const words = (name: string) => (form.dataset[name] ?? "").split(" ").filter((word) => word !== "");
  const { preset, asOf } = file;
  const snapshotDays = { days: words("days"), months: words("months"), needMonths: words("needMonths") };
  const ask =
    asOfDay === null || !isNeed(need)
      ? null
      : { asOfDay, need, snapshotDays, preset, asOf, askedNames: rankingParamsIn(opened), sellerOf: file.sellerOf };
  const snapshot = ask === null ? null : await (await import("./parts/snapshot-mode.ts")).showSnapshot(ask, file.data);
  if (snapshot === null) {
    tellChange(opened);
    run(file);
  } else {
    const csvName = `token-parity-${preset.id}-${asOfDay}.csv`;
    const brief = () => ({ title: pageTitle(), firstRows: snapshot.firstRows });
    share({ settle: () => undefined, view: () => snapshot.table, brief, csvName });
  }
}

const pageTitle = (): string => `${requireElement(document, "h1", HTMLElement).textContent}`;

const share = (shared: Parameters<typeof listenToShare>[1]): void =>
  listenToShare(requireElement(document, "#share", HTMLElement), shared);

function run(file: BestFile): void {
  const { preset, words, stale } = file;
  const [defaults, bar, drawBest] = [defaultBestState(preset), urlHistory(), bestDrawer(preset)];
  const marketOf = memoizedMarkets(file);
  const viewOf = (state: BestState): BestView => bestView(marketOf(state), preset, state, stale);
  const chart = buyChart(requireElement(document, "#buy-chart", HTMLElement));
  const reset = requireElement(document, "[type=reset][form=best]", HTMLButtonElement);
  let state = defaults;
  let shown: (() => TableView) | null = null;
  /** The address whose rows are in the page: at first those that were built. */
  let drawn = "";
  let problems: Problems = new Map();
  let query = new URLSearchParams();
  let timer = 0;

  function show(next: BestState): void {
    clearTimeout(timer);
    timer = 0;
    state = next;
    const view = viewOf(state);
    shown = () => view.all;
    const search = writeBest(preset, state);
    const isUsual = search === "";
    if (search !== drawn) drawBest(view, state);
    drawn = search;
    chart(charted(view, state, file), isUsual);
    showState(form, state, view, { query, problems });
    showPicks(form, state, go);
    if (problems.size > 0 || isFoldedChosen(state, preset)) requireElement(form, "details", HTMLDetailsElement).open = true;
    reset.hidden = isUsual && problems.size === 0;
  }
  function go(next: BestState): void {
    show(next);
    bar.go(writeBest(preset, state));
  }
  function read(search: URLSearchParams): BestState {
    query = search;
    const found = readBest(preset, words, query);
    problems = found.problems;
    return found.state;
  }
  const typed = (): BestState => read(bestQuery(form, state));
  function takeForm(): void {
    show(typed());
    bar.follow(writeBest(preset, state));
  }
  function settle(): void {
    if (timer !== 0) takeForm();
    bar.settle();
  }
  function takeLater(): void {
    clearTimeout(timer);
    timer = window.setTimeout(takeForm, TYPING_PAUSE_MS);
  }

  const pickedBy = (target: EventTarget | null) => stateWithPick(form, timer === 0 ? state : typed(), target);
  listenToForm({ pickedBy, go, takeForm, takeLater, reset: () => go(read(new URLSearchParams())) });
  addEventListener("popstate", () => show(read(new URLSearchParams(location.search))));
  const brief = () => ({ title: `${pageTitle()}, ${formatDay(file.asOf)}`, firstRows: viewOf(state).firstRows });
  share({ settle, view: () => shown?.() ?? viewOf(state).all, brief, csvName: `token-parity-${preset.id}.csv` });

  show(read(new URLSearchParams(location.search)));
}

/** Whether a reader chose something of what is folded away. */
function isFoldedChosen(state: BestState, preset: BestFile["preset"]): boolean {
  const { worseAnswerUsd, judge } = defaultBestState(preset);
  return writeBest(preset, { ...state, worseAnswerUsd, judge }) !== "";
}

interface FormActs {
  /** The state that a click on a button or a list stands for; null = it was none of them. */
  readonly pickedBy: (target: EventTarget | null) => BestState | null;
  readonly go: (next: BestState) => void;
  readonly takeForm: () => void;
  readonly takeLater: () => void;
  readonly reset: () => void;
}

function listenToForm({ pickedBy, go, takeForm, takeLater, reset }: FormActs): void {
  form.addEventListener("input", ({ target }) => {
    const next = pickedBy(target);
    if (next !== null) return go(next);
    // Only typing has pauses; the slider asks for no new prices.
    if (!(target instanceof HTMLInputElement) || target.type === "range") return takeForm();
    takeLater();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    reset();
  });
}

/** A link that was made while rankings were by quality per dollar opens net cost: the page says since when, and leads to the old order of the same. */
function tellChange(opened: URLSearchParams): void {
  if (!mayBeOlder(opened)) return;
  const line = requireElement(document, "#changed", HTMLElement);
  const byValue = new URLSearchParams(opened);
  byValue.set("sort", "value");
  requireElement(line, "a", HTMLAnchorElement).search = byValue.toString();
  line.hidden = false;
}

/** The last market, as long as nothing is asked that changes it, and the last prices likewise. */
function memoizedMarkets({ data, preset }: BestFile): (state: BestState) => RankedMarket {
  const { worseAnswerUsd, sort } = defaultBestState(preset);
  let prices: { readonly key: string; readonly asked: PricedInput } | null = null;
  let latestMarket: { readonly key: string; readonly market: RankedMarket } | null = null;
  const pricesOf = (state: BestState): PricedInput => {
    const { makers, platforms, needs, region, dataPromise, unconfirmed, length, judge } = state;
    const key = JSON.stringify([numbersOf(state), makers, platforms, needs, region, dataPromise, unconfirmed, length, judge]);
    if (prices?.key !== key) prices = { key, asked: pricedInput(data, state) };
    return prices.asked;
  };
  return (state) => {
    const key = writeBest(preset, { ...state, worseAnswerUsd, sort });
    if (latestMarket?.key !== key) latestMarket = { key, market: rankedMarket(pricesOf(state), state) };
    return latestMarket.market;
  };
}

function charted({ ranking, words }: BestView, state: BestState, { data, preset, asOf, sellerOf }: BestFile): Charted {
  return {
    rows: ranking.rows,
    words,
    worseAnswerUsd: state.worseAnswerUsd,
    nameOf: (id) => data.modelOf(id).name,
    sellerOf,
    title: `Best value for ${nameInSentence(preset.name)}, ${formatDay(asOf)}`,
    month: monthMeaning(state),
    fileName: `token-parity-${preset.id}`,
  };
}

// Last, when all of this file stands. The loader takes the module for ready when this is done.
await start();
