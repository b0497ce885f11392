import { z } from "zod";
import type { Change } from "../../../src/domain/history/change.ts";
import { changesOfOffer, inFileOrder } from "../../../src/domain/history/history.ts";
import { type PricedOffer, recordChange, type WritableLedger } from "../../../src/domain/history/ledger.ts";
import { offerId } from "../../../src/domain/offer/offer-id.ts";
import { type Matcher, type MatcherInput, matcher } from "../../night/match/match.ts";
import { checkContextTiers } from "../../night/merge/context/context-tiers.ts";
import { numberDuplicates } from "../../night/merge/duplicates.ts";
import type { MatchedReading } from "../../night/merge/precedence.ts";
import { storedReading } from "../../night/merge/reading-row.ts";
import { MODELS_DEV_URL, modelsDev } from "../../night/sources/models-dev/models-dev.ts";
import type { SellerTables } from "../../night/sources/price-pages/seller-tables.ts";
import type { Source } from "../../night/sources/source.ts";
import type { ModelsDevChange, ModelsDevDay } from "./models-dev-days.ts";

/** The rows of models.dev as they stand, and the offers they make. */
interface State {
  readonly source: Source;
  readonly match: Matcher;
  /** `provider model` → its last cost table, of use where the next one is trimmed. */
  readonly costs: Map<string, Cost>;
  /** Offer id without number → `provider model` → what it says there. */
  readonly groups: Map<string, Map<string, MatchedReading>>;
  /** `provider model` → the groups it is in. */
  readonly groupsOf: Map<string, readonly string[]>;
  readonly offers: Map<string, readonly PricedOffer[]>;
  readonly ledger: WritableLedger;
}

type Cost = Readonly<Record<string, unknown>>;

/** The curated tables that say who sells here and what an id means. */
export type PastTables = SellerTables & Pick<MatcherInput, "aliases" | "neverJoin">;

/**
 * The changes of every platform's prices as models.dev copied them, day by day: feed it the days in order. Rows are read by the very source
 * that reads tonight's, and matched to today's models; OpenRouter's own rows are left out, the day's last word counts.
 */
export function modelsDevPast(tables: PastTables, models: MatcherInput["models"]): (recorded: ModelsDevDay) => readonly Change[] {
  const state: State = {
    source: modelsDev(tables),
    match: matcher({ models, aliases: tables.aliases, neverJoin: tables.neverJoin }),
    costs: new Map(),
    groups: new Map(),
    groupsOf: new Map(),
    offers: new Map(),
    ledger: new Map(),
  };
  return ({ day, changes }) => {
    const rows = Map.groupBy(changes, ({ provider, model }) => `${provider} ${model}`);
    const mended = new Set<string>();
    const touched = new Set<string>();
    for (const [name, lines] of rows) {
      const groups = moveRow(state, name, lines, day);
      for (const group of groups) touched.add(group);
      if (lines.some(saysMended)) for (const group of groups) mended.add(group);
    }
    const lines = [...touched].flatMap((group) => groupChanges(state, group, day, mended.has(group)));
    for (const change of lines) recordChange(state.ledger, change);
    return inFileOrder(lines);
  };
}

/** `fix: haiku 4.5 cost`: the copy was wrong, not the price. */
const MENDED = /\b(fix|fixes|fixed|correct|corrects|corrected|correction|wrong|typo)\b/i;

const saysMended = ({ subject }: ModelsDevChange): boolean => subject !== undefined && MENDED.test(subject);

/** Puts the row's last word of the day in place; returns every group it was in or is in now. */
function moveRow(state: State, name: string, lines: readonly ModelsDevChange[], day: string): readonly string[] {
  const last = lines.at(-1);
  if (last === undefined) return [];
  const before = state.groupsOf.get(name) ?? [];
  for (const group of before) state.groups.get(group)?.delete(name);
  const cost = lines.reduce<Cost | null>((old, line) => nextCost(old, line), state.costs.get(name) ?? null);
  const matched = cost === null ? [] : readingsOf(state, last, cost, day);
  if (cost === null) state.costs.delete(name);
  else state.costs.set(name, cost);
  const now = matched.map((row) => ({ group: offerId(row.model, row.reading.key), row }));
  for (const { group, row } of now) state.groups.set(group, (state.groups.get(group) ?? new Map()).set(name, row));
  state.groupsOf.set(
    name,
    now.map(({ group }) => group),
  );
  return [...before, ...now.map(({ group }) => group)];
}

const Tier = z.looseObject({ above: z.int().positive() });
const Tiers = z.array(Tier).catch([]);

/**
 * What a row costs after a line. A trimmed copy lacks tiers, and its `context_over_200k` lacks the bound: both are read only where an
 * earlier full row gives a single tier; a tier of several stays while the base card does.
 */
function nextCost(old: Cost | null, { new: now, repo }: ModelsDevChange): Cost | null {
  if (now === null || repo === undefined) return now;
  const { context_over_200k: over, ...card } = now;
  const tiersBefore = Tiers.parse(old?.["tiers"]);
  const [tier, ...others] = tiersBefore;
  if (tier === undefined) return card;
  if (others.length === 0 && tier.above >= LONG_CONTEXT) {
    return typeof over === "object" && over !== null ? { ...card, tiers: [{ ...over, above: tier.above }] } : card;
  }
  return ["input", "output"].every((key) => old?.[key] === now[key]) ? { ...card, tiers: tiersBefore } : card;
}

/** From here on models.dev repeats a single tier as `context_over_200k`. */
const LONG_CONTEXT = 200_000;

/** The row in the form of `api.json`, read by the source itself. Modes are left out: the recording does not say which tier they are. */
function readingsOf(state: State, { provider, model }: ModelsDevChange, cost: Cost, day: string): readonly MatchedReading[] {
  const { tiers, modes: _modes, ...card } = cost;
  const bounded = Tiers.parse(tiers).map(({ above, ...prices }) => ({ ...prices, tier: { type: "context", size: above } }));
  const row = { cost: bounded.length === 0 ? card : { ...card, tiers: bounded } };
  const content = { [provider]: { models: { [model]: row } } };
  const { readings } = state.source.parse([{ url: MODELS_DEV_URL, readAt: `${day}T00:00:00Z`, content }]);
  return readings.flatMap((reading) => {
    const ownMatch = reading.key.platform === "openrouter" ? null : state.match.reading(reading);
    if (ownMatch?.kind !== "known") return [];
    return checkContextTiers([{ model: ownMatch.modelId, reading: storedReading(reading) }]).matched;
  });
}

/** The lines of all offers of one key: rows that say the same are one offer, others are numbered by price. */
function groupChanges(state: State, group: string, day: string, isMended: boolean): readonly Change[] {
  const rows = [...(state.groups.get(group)?.values() ?? [])];
  const old = new Map((state.offers.get(group) ?? []).map((offer) => [offer.id, offer]));
  const now = new Map(numberDuplicates(rows).map((row) => [offerId(row.model, row.reading.key), offerOf(row)]));
  state.offers.set(group, [...now.values()]);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const between = { day, repointed: new Set<string>(), mended: new Set(isMended ? [id] : []) };
    return changesOfOffer({
      id,
      known: state.ledger.get(id) ?? null,
      before: old.get(id) ?? null,
      after: now.get(id) ?? null,
      between,
    });
  });
}

function offerOf({ model, reading }: MatchedReading): PricedOffer {
  const { key, prices, conditions, unitPrices, source } = reading;
  return { id: offerId(model, key), prices, conditions: [...conditions], unitPrices, source, meterSources: {}, changedAt: null };
}
