import type { Problems } from "../../../site/address/field.ts";
import { createElement } from "../../../site/browser/create-element.ts";
import { controlText } from "../../../site/browser/form-state.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { urlHistory } from "../../../site/browser/url-history.ts";
import css from "../../../site/styles/offers.css?inline";
import { listenToShare } from "../../../table/browser/share.ts";
import { offerWords } from "../offer-order.ts";
import { type OffersState, offersSortedBy, offersUrl, USUAL_VIEW } from "../offers-state.ts";
import { showEmbedCodes } from "./parts/embed-codes.ts";
import { loadOfferData, type OfferData } from "./parts/offer-data.ts";
import { offersView } from "./parts/offers-view.ts";

/** Ranks a model's offers for any workload, filters and sorts them, and writes requests that land on them. Its state is the URL. */

const chips = requireElement(document, "#workloads", HTMLElement);

async function start(): Promise<void> {
  const modelId = requireElement(document, "code.id", HTMLElement).textContent?.trim() ?? "";
  const data = await loadOfferData(modelId).catch(() => null);
  if (data === null) {
    chips.after(createElement("p", { class: "over", role: "status" }, "The offers’ data did not load. Please reload the page."));
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  run(data);
}

function run(data: OfferData): void {
  const url = offersUrl(data.presets, offerWords(data.offers, data.sellers));
  const bar = urlHistory();
  const view = offersView(data, url, (column) => go({ ...state, view: offersSortedBy(state.view, column) }), toggleRequest);
  let state = url.defaults;
  let problems: Problems = new Map();
  /** What the fields hold that `problems` are about. */
  let query = new URLSearchParams();

  function show(next: OffersState): void {
    state = next;
    view.draw(state, problems, query);
  }
  function go(next: OffersState): void {
    show(next);
    bar.go(besideDay(url.write(state)));
  }
  function toggleRequest(anchor: string): void {
    go({ ...state, view: { ...state.view, use: state.view.use === anchor ? "" : anchor } });
  }
  function readAddress(): void {
    query = new URLSearchParams(location.search);
    const read = url.read(query);
    problems = read.problems;
    show(problems.size === 0 ? read.state : { ...read.state, view: { ...read.state.view, show: "numbers" } });
  }
  function takeNumbers(): void {
    query = new URLSearchParams({ workload: state.preset.id, unconfirmed: state.terms.unconfirmed });
    for (const [name, text] of new FormData(view.numbers)) query.set(name, String(text));
    const read = url.read(query);
    problems = read.problems;
    show({ ...state, workload: read.state.workload, terms: read.state.terms });
    bar.follow(besideDay(url.write(state)));
  }
  function takeFilters(): void {
    const query = new URLSearchParams(url.write({ ...state, view: USUAL_VIEW }));
    for (const name of ["kind", "region", "quantization", "first-hand"]) query.set(name, controlText(view.filters, name));
    const { kinds, regions, quantizations, firstHand } = url.read(query).state.view;
    go({ ...state, view: { ...state.view, kinds, regions, quantizations, firstHand } });
  }
  /** A chip is a link: what it says is laid over the state, and said again it is taken back. */
  function followChip(link: HTMLAnchorElement): void {
    const linkQuery = new URLSearchParams(link.search);
    const read = url.read(linkQuery).state;
    if (linkQuery.has("workload")) {
      problems = new Map();
      go({ ...state, preset: read.preset, workload: read.workload });
    } else if (linkQuery.has("unconfirmed")) {
      const unconfirmed = state.terms.unconfirmed === "yes" ? "no" : "yes";
      go({ ...state, terms: { ...state.terms, unconfirmed } });
    } else if (linkQuery.has("show")) {
      go({ ...state, view: { ...state.view, show: state.view.show === read.view.show ? "" : read.view.show } });
    } else toggleRequest(read.view.use);
  }

  chips.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    followChip(link);
  });
  for (const form of [view.numbers, view.filters]) form.addEventListener("submit", (event) => event.preventDefault());
  view.numbers.addEventListener("input", takeNumbers);
  view.filters.addEventListener("input", takeFilters);
  listenToShare(requireElement(document, "#share", HTMLElement), {
    settle: bar.settle,
    view: () => view.table(),
    csvName: `${data.modelId.replace("/", "-")}.csv`,
  });
  showEmbedCodes(data.modelId);
  addEventListener("popstate", readAddress);
  readAddress();
}

/** The day of the price history stands in the same address, and stays. */
function besideDay(search: string): string {
  const day = new URLSearchParams(location.search).get("on");
  return day === null ? search : `${search === "" ? "?" : `${search}&`}on=${encodeURIComponent(day)}`;
}

// Last, when all of this file stands. The loader takes the module for ready when this is done.
await start();
