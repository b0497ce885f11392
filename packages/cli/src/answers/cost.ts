import type { Assumption } from "../../../../src/domain/cost/landed-cost.ts";
import { type MixBill, mixBill, type PlatformBill, type SplitBill } from "../../../../src/domain/cost/mix.ts";
import type { MixLine } from "../../../../src/domain/cost/mix-line.ts";
import type { LineAtPlatform, Uncounted } from "../../../../src/domain/platform/line-at-platform.ts";
import type { PurchaseAssumption } from "../../../../src/domain/purchase/purchase.ts";
import { DEFAULT_RANK_OPTIONS } from "../../../../src/domain/ranking/cheapest.ts";
import type { CallUsage } from "../../../../src/domain/usage/call-usage.ts";
import { readUsage } from "../../../../src/domain/usage/usage-json.ts";
import { EXIT, ExitError } from "../exit-code.ts";
import type { PriceBook } from "../site/price-book.ts";
import { usdText } from "./compare.ts";
import { modelCalled } from "./find.ts";
import { passesFilter } from "./offer-row.ts";
import { usageMix } from "./usage-mix.ts";

export interface CostQuery {
  /** What a provider's responses, logs or reports say was used, as text. */
  readonly usage: string;
  /** The model of calls that name none; null = they must name it. */
  readonly model: string | null;
  readonly region: string | null;
  /** Platforms to look at; none = all. */
  readonly platforms: readonly string[];
  /** How often the calls are made: 30 makes a month of a day. */
  readonly times: number;
}

export interface UsedModel {
  readonly model: string;
  readonly calls: number;
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
}

/** All calls at one platform, fees included. */
export interface PlatformCost {
  readonly platform: string;
  readonly usd: string;
  /** The most it may be where a fee is unknown; rows are ranked by it. */
  readonly usdUpper: string;
  readonly offers: readonly string[];
  /** Why a price of it wins nothing; empty = all count. */
  readonly because: readonly Uncounted[];
  readonly assumptions: readonly (Assumption | PurchaseAssumption)[];
}

export interface CostAnswer {
  readonly asOf: string;
  readonly region: string | null;
  readonly used: readonly UsedModel[];
  /** Counts that no price here is for, as the file names them. */
  readonly unread: readonly string[];
  /** At the makers' own list prices, before fees; null where a model has none. */
  readonly listUsd: string | null;
  /** Each model where it is cheapest; null where one has no confirmed price. */
  readonly split: { readonly usd: string; readonly usdUpper: string; readonly platforms: readonly string[] } | null;
  /** That sell every model at a confirmed price, the cheapest first. */
  readonly platforms: readonly PlatformCost[];
  /** That sell every model, one of them at a price that wins nothing: reported by one catalogue alone, doubtful, held, or older than others. */
  readonly notCounted: readonly PlatformCost[];
}

/** What calls cost at every platform that sells their models, by the engine of the site's calculator (`src/domain/cost/mix.ts`). */
export async function costOf(book: PriceBook, { usage, model, region, platforms, times }: CostQuery): Promise<CostAnswer> {
  const groups = callsByModel(book, usage, model);
  const offers = new Map(await Promise.all(groups.map(async ([id]) => [id, await book.offersOf(id)] as const)));
  const lines = groups.flatMap(([id, callsOfModel]) =>
    usageMix({ model: id, calls: callsOfModel, offers: offers.get(id) ?? [] }, times),
  );
  const isAsked = (offer: Parameters<typeof passesFilter>[0]) =>
    passesFilter(offer, { platform: null, host: null, region, tier: null });
  const bill = mixBill(lines, { offers, sellers: book.sellers }, DEFAULT_RANK_OPTIONS, { only: platforms, isWanted: isAsked });
  return {
    ...{ asOf: book.asOf, region },
    ...usedIn(groups, times),
    listUsd: bill.listUsd === null ? null : usdText(bill.listUsd),
    split: bill.split === null ? null : splitOf(bill.split, lines),
    ...costsOf(bill),
  };
}

/** The calls of each model. Stops for what is no usage, and for calls that name no model or none we know. */
export function callsByModel(
  book: PriceBook,
  usage: string,
  model: string | null,
): readonly (readonly [model: string, calls: readonly CallUsage[]])[] {
  const calls = readUsage(usage);
  if (calls === null || calls.length === 0) throw new ExitError("No usage in it that we know.", { code: EXIT.unclear });
  return [...Map.groupBy(calls, (call) => modelOf(book, call.model ?? model))];
}

/** What was used, and what of it no price is for. */
export const usedIn = (groups: ReturnType<typeof callsByModel>, times: number): Pick<CostAnswer, "used" | "unread"> => ({
  used: groups.map(([id, callsOfModel]) => usedOf(id, callsOfModel, times)),
  unread: [...new Set(groups.flatMap(([, callsOfModel]) => callsOfModel.flatMap(({ unread }) => unread)))],
});

function modelOf(book: PriceBook, named: string | null): string {
  if (named === null) throw new ExitError("A call in it names no model: --model says which it was.", { code: EXIT.unclear });
  return modelCalled(book, named).id;
}

function usedOf(model: string, calls: readonly CallUsage[], times: number): UsedModel {
  const sum = (count: (call: CallUsage) => number) => times * calls.reduce((total, call) => total + count(call), 0);
  return {
    model,
    calls: sum((call) => call.calls),
    inputTokens: sum(({ inputTokens }) => inputTokens),
    cacheReadTokens: sum(({ cacheReadTokens }) => cacheReadTokens),
    cacheWriteTokens: sum(({ cacheWriteTokens }) => cacheWriteTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
  };
}

/** A model of several lines may be at several platforms; each is named once, in the order of the lines. */
const splitOf = ({ usd, upperUsd, platforms }: SplitBill, lines: readonly MixLine[]) => ({
  usd: usdText(usd),
  usdUpper: usdText(upperUsd),
  platforms: [...new Set(platforms.map((platform, at) => `${lines[at]?.model ?? ""} at ${platform}`))],
});

function costsOf({ platforms }: MixBill): Pick<CostAnswer, "platforms" | "notCounted"> {
  const whole = platforms.flatMap((bill) => {
    const cost = costAt(bill);
    return cost === null ? [] : [{ cost, counts: bill.counts }];
  });
  return {
    platforms: whole.filter(({ counts }) => counts).map(({ cost }) => cost),
    notCounted: whole.filter(({ counts }) => !counts).map(({ cost }) => cost),
  };
}

function costAt({ platform, landed, lines, assumptions }: PlatformBill): PlatformCost | null {
  if (landed === null) return null;
  return {
    platform,
    usd: usdText(landed.usd),
    usdUpper: usdText(landed.upperUsd),
    offers: lines.flatMap(offerIdOf),
    because: [...new Set(lines.flatMap(uncountedOf))],
    assumptions: [...assumptions, ...landed.assumptions],
  };
}

const uncountedOf = (line: LineAtPlatform): readonly Uncounted[] =>
  line.kind === "priced" && line.price !== "read" && line.price !== "own" ? [line.price] : [];
const offerIdOf = (line: LineAtPlatform): readonly string[] => (line.kind === "priced" ? [line.offer.id] : []);
