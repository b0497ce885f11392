import { monthCost } from "../cost/landed-cost.ts";
import { savingBps } from "../cost/routing.ts";
import type { Workload } from "../cost/workload.ts";
import { makerOfId } from "../model/maker-of-id.ts";
import { median, roundedMedian } from "../money/median.ts";
import type { Offer } from "../offer/offer.ts";
import { plainestOffer } from "../offer/plainest-offer.ts";
import { CLOUDS } from "../platform/clouds.ts";
import type { PricePair } from "../reference/delta.ts";
import type { ModelSheet, SheetRow } from "../reference/model-sheet.ts";
import type { ClaimCount, ClaimMedian, ClaimShare } from "./claim.ts";

const ROUTER = "openrouter";
/** Fewer hosts have no middle. */
const FEWEST_HOSTS = 3;

/** A number counted over today's catalogue; what is counted is in `CLAIM_COUNTS`. */
export function claimCount(what: ClaimCount, sheets: readonly ModelSheet[]): number {
  const routed = sheets
    .flatMap(({ rows }) => rows.map(({ offer }) => offer))
    .filter((offer) => isRouted(offer) && isListed(offer));
  switch (what) {
    case "openrouterModels":
      return modelsOf(routed.filter(({ host, tier }) => host === null && tier === "standard"));
    case "openrouterFreeModels":
      return modelsOf(routed.filter(({ host, tier }) => host === null && tier === "free"));
    case "openrouterHosts":
      return new Set(routed.flatMap(({ host }) => host ?? [])).size;
    default:
      return what satisfies never;
  }
}

/** A share or median over today's catalogue in basis points, as `CLAIM_SHARES` says. Null of nothing. 1 of 3 listings → 3333. */
export function claimShare(what: ClaimShare, sheets: readonly ModelSheet[], workload: Workload): number | null {
  switch (what) {
    case "openrouterEqualToList":
      return shareBps(againstList(sheets), (side) => side === "equal");
    case "openrouterAboveList":
      return shareBps(againstList(sheets), (side) => side === "above");
    case "openrouterBelowList":
      return shareBps(againstList(sheets), (side) => side === "below");
    case "outputThreeToTenTimesInput":
      return shareBps(multiplesOf(sheets, "output"), (multiple) => multiple >= 3 && multiple <= 10);
    case "cacheReadTenToFiftyPercentOfInput":
      return shareBps(multiplesOf(sheets, "cacheRead"), (multiple) => multiple >= 0.1 && multiple <= 0.5);
    case "cloudAboveList":
      return shareBps(cloudSides(sheets), (side) => side === "above");
    case "cheapestRouteSaving":
      return roundedMedian(sheets.flatMap((sheet) => routeSavingBps(sheet, workload) ?? []));
    default:
      return what satisfies never;
  }
}

/** A middle over today's catalogue in thousandths, as `CLAIM_MEDIANS` says. Null of nothing. Outputs of 3, 4 and 9 times input → 4,000. */
export function claimMedian(what: ClaimMedian, sheets: readonly ModelSheet[]): number | null {
  switch (what) {
    case "outputMultiple":
      return medianThousandths(multiplesOf(sheets, "output"));
    case "cacheReadMultiple":
      return medianThousandths(multiplesOf(sheets, "cacheRead"));
    case "cacheReadMultipleOthers":
      return medianThousandths(
        multiplesOf(
          sheets.filter(({ model }) => makerOfId(model.id) !== "anthropic"),
          "cacheRead",
        ),
      );
    case "cloudInputMultiple":
      return medianThousandths(cloudInputs(sheets));
    default:
      return what satisfies never;
  }
}

const medianThousandths = (multiples: readonly number[]): number | null =>
  multiples.length === 0 ? null : roundedMedian(multiples.map((multiple) => multiple * 1_000));

/** A cloud's input price over the list price, every offer of a model with a list price. */
function cloudInputs(sheets: readonly ModelSheet[]): readonly number[] {
  return sheets.flatMap(({ rows, reference }) => {
    const list = reference?.kind === "list" ? (reference.offer.prices.input ?? 0) : 0;
    if (list === 0) return [];
    return cloudRows(rows).flatMap(({ offer }) => (offer.prices.input === undefined ? [] : [offer.prices.input / list]));
  });
}

/** Every standard offer of the clouds, each region its own. */
const cloudRows = (rows: readonly SheetRow[]): readonly SheetRow[] =>
  rows.filter(({ offer }) => CLOUDS.has(offer.platform) && offer.tier === "standard" && offer.status !== "retired");

const isRouted = ({ platform, status }: Offer): boolean => platform === ROUTER && status !== "retired";
/** False of what a newer copy of the list leaves out. */
const isListed = ({ doubts }: SheetRow["offer"]): boolean => doubts.every(({ rule }) => rule !== "notInNewerList");
const modelsOf = (offers: readonly Offer[]): number => new Set(offers.map(({ model }) => model)).size;

function shareBps<Item>(items: readonly Item[], test: (item: Item) => boolean): number | null {
  return items.length === 0 ? null : Math.round((items.filter(test).length * 10_000) / items.length);
}

type Side = "equal" | "above" | "below";

/** OpenRouter's own offer of every model with a list price. */
function againstList(sheets: readonly ModelSheet[]): readonly Side[] {
  return sheets.flatMap((sheet) => {
    const row = plainestOffer(sheet.rows, ROUTER);
    return row === null || row.offer.host !== null ? [] : sideOf(row, sheet);
  });
}

/** Every standard offer of the clouds of a model with a list price, each region its own. */
function cloudSides(sheets: readonly ModelSheet[]): readonly Side[] {
  return sheets.flatMap((sheet) => {
    return cloudRows(sheet.rows).flatMap((row) => sideOf(row, sheet));
  });
}

/** Empty where the list, input or output is not known on both sides. */
function sideOf({ deltas }: SheetRow, { reference }: ModelSheet): readonly Side[] {
  if (reference?.kind !== "list" || deltas === null) return [];
  const { input, output }: PricePair = deltas.microUsdPerMTok;
  if (input === null || output === null) return [];
  if (input > 0 || output > 0) return ["above"];
  return [input < 0 || output < 0 ? "below" : "equal"];
}

/** A meter as a multiple of input, over the standard listings that price both. */
function multiplesOf(sheets: readonly ModelSheet[], meter: "output" | "cacheRead"): readonly number[] {
  const offers = sheets.flatMap(({ rows }) => rows.map(({ offer }) => offer));
  return offers.flatMap(({ tier, status, prices }) => {
    const { input, [meter]: price } = prices;
    if (tier !== "standard" || status === "retired" || input === undefined || price === undefined) return [];
    return input === 0 || price === 0 ? [] : [price / input];
  });
}

/** What a model's cheapest host saves against its median host, each host at its cheapest current standard route. */
function routeSavingBps({ rows }: ModelSheet, workload: Workload): number | null {
  const routes = rows.flatMap(({ offer }) => {
    if (!isRouted(offer) || offer.host === null || offer.tier !== "standard" || offer.status !== "current") return [];
    const month = monthCost(offer, workload, null);
    return month.kind === "priced" && month.usd > 0 ? [{ host: offer.host, usd: month.usd }] : [];
  });
  const months = [...Map.groupBy(routes, ({ host }) => host).values()].map((hostRoutes) =>
    Math.min(...hostRoutes.map(({ usd }) => usd)),
  );
  return months.length < FEWEST_HOSTS ? null : savingBps(Math.min(...months), median(months) ?? 0);
}
