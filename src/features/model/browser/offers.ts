import type { Problems } from "../../../site/address/field.ts";
import { adoptStyles } from "../../../site/browser/adopt-styles.ts";
import { controlText } from "../../../site/browser/form-state.ts";
import { notLoaded, sayNotLoaded } from "../../../site/browser/not-loaded.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { urlHistory } from "../../../site/browser/url-history.ts";
import css from "../../../site/styles/offers.css?inline";
import { listenToShare } from "../../../table/browser/share.ts";
import { offerWords } from "../offer-order.ts";
import { DEFAULT_VIEW, type OffersState, offersSortedBy, offersUrl } from "../offers-state.ts";
import { loadOfferData, type OfferData } from "./parts/offer-data.ts";
import { offersView } from "./parts/offers-view.ts";

/** Ranks a model's offers for any workload, filters and sorts them, and writes requests that land on them. Its state is the URL. */

const chips = requireElement(document, "#workloads", HTMLElement);

async function start(): Promise<void> {
  const modelId = requireElement(document, "code.id", HTMLElement).textContent?.trim() ?? "";
  const data = await loadOfferData(modelId).catch(() => null);
  if (data === null) {
    sayMissing("The offers’ data");
    return;
  }
  adoptStyles(css);
  run(data);
}

const sayMissing = (what: string): void => sayNotLoaded(chips, what);

function run(data: OfferData): void {
  const url = offersUrl(data.sellersJson.presets, offerWords(data.offers, data.sellers));
  const bar = urlHistory();
  const view = offersView(data, url, {
    onSort: (column) => go({ ...state, view: offersSortedBy(state.view, column) }),
    onUse: (anchor) => go(withRequest(state, anchor)),
    onNumbers: takeNumbers,
    onFilters: takeFilters,
    onMissing: () => sayMissing("What this opens"),
  });
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
    bar.goOncePainted(besideDay(url.write(state)));
  }
  function readAddress(): void {
    query = new URLSearchParams(location.search);
    const read = url.read(query);
    problems = read.problems;
    show(problems.size === 0 ? read.state : { ...read.state, view: { ...read.state.view, show: "numbers" } });
  }
  function takeNumbers(form: HTMLFormElement): void {
    query = numbersQuery(form, state);
    const read = url.read(query);
    problems = read.problems;
    show({ ...state, workload: read.state.workload, terms: read.state.terms });
    bar.follow(besideDay(url.write(state)));
  }
  function takeFilters(form: HTMLFormElement): void {
    const query = filtersQuery(form, url.write({ ...state, view: DEFAULT_VIEW }));
    const { kinds, regions, quantizations, firstHand } = url.read(query).state.view;
    go({ ...state, view: { ...state.view, kinds, regions, quantizations, firstHand } });
  }
  function followChip(link: HTMLAnchorElement): void {
    const linkQuery = new URLSearchParams(link.search);
    if (linkQuery.has("workload")) problems = new Map();
    go(afterChip(state, linkQuery, url.read(linkQuery).state));
  }

  listenToChips(followChip);
  listenToShare(requireElement(document, "#share", HTMLElement), {
    settle: bar.settle,
    view: async () => (await import("./parts/offer-files.ts")).shownOffers(view.shown()),
    csvName: `${data.modelId.replace("/", "-")}.csv`,
  });
  listenToEmbed(data.modelId);
  addEventListener("popstate", readAddress);
  readAddress();
}

/** A chip is a link: what it says is laid over the state, and said again it is taken back. */
function afterChip(state: OffersState, link: URLSearchParams, read: OffersState): OffersState {
  const { terms, view } = state;
  if (link.has("workload")) return { ...state, preset: read.preset, workload: read.workload };
  if (link.has("unconfirmed")) return { ...state, terms: { ...terms, unconfirmed: terms.unconfirmed === "yes" ? "no" : "yes" } };
  if (link.has("show")) return { ...state, view: { ...view, show: view.show === read.view.show ? "" : read.view.show } };
  return withRequest(state, read.view.use);
}

/** The request that lands on an offer is shown below its row, or shut if it was. */
const withRequest = (state: OffersState, anchor: string): OffersState => ({
  ...state,
  view: { ...state.view, use: state.view.use === anchor ? "" : anchor },
});

/** What the numbers' panel says, as the query it would be in. */
function numbersQuery(numbers: HTMLFormElement, { preset, terms }: OffersState): URLSearchParams {
  const query = new URLSearchParams({ workload: preset.id, unconfirmed: terms.unconfirmed });
  for (const [name, text] of new FormData(numbers)) query.set(name, String(text));
  return query;
}

/** What the filters' panel says, laid over an address without filters. */
function filtersQuery(filters: HTMLFormElement, search: string): URLSearchParams {
  const query = new URLSearchParams(search);
  for (const name of ["kind", "region", "quantization", "first-hand"]) query.set(name, controlText(filters, name));
  return query;
}

/** The codes to embed a model come when somebody opens them: few do. */
function listenToEmbed(modelId: string): void {
  const box = requireElement(document, "#embed", HTMLDetailsElement);
  const show = () =>
    import("./parts/embed-codes.ts").then(
      ({ showEmbedCodes }) => showEmbedCodes(box, modelId),
      () => box.append(notLoaded("The codes")),
    );
  if (box.open) void show();
  else box.addEventListener("toggle", show, { once: true });
}

/** Not where a click opens a tab or a window. */
function listenToChips(follow: (link: HTMLAnchorElement) => void): void {
  chips.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    follow(link);
  });
}

/** The day of the price history is in the same address, and stays. */
function besideDay(search: string): string {
  const day = new URLSearchParams(location.search).get("on");
  return day === null ? search : `${search === "" ? "?" : `${search}&`}on=${encodeURIComponent(day)}`;
}

// Last, when all of this file stands. The loader takes the module for ready when this is done.
await start();
