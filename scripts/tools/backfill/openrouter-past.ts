import { z } from "zod";
import type { Change } from "../../../src/domain/history/change.ts";
import { changesOfOffer, inFileOrder } from "../../../src/domain/history/history.ts";
import { type PricedOffer, recordChange, type WritableLedger } from "../../../src/domain/history/ledger.ts";
import { isRepointed, type WeightsIdentity } from "../../../src/domain/model/repointed.ts";
import { offerId } from "../../../src/domain/offer/offer-id.ts";
import { looseNumber, looseText } from "../../night/sources/loose-row.ts";
import { dayOfSeconds, textOrNull } from "../../night/sources/openrouter/openrouter-facts.ts";
import { openrouterModels } from "../../night/sources/openrouter/openrouter-models.ts";
import type { Body, Reading } from "../../night/sources/source.ts";
import type { RecordedDay } from "./openrouter-days.ts";

/** What OpenRouter's list said of one id when its row last differed. `offer: null` = it sells nothing: an alias, a router, `-1`. */
interface Listed {
  readonly text: string;
  readonly offer: PricedOffer | null;
  readonly meaning: WeightsIdentity;
}

const Row = z.object({ id: z.string(), pricing: z.unknown(), created: looseNumber, canonical_slug: looseText.default(null) });
const List = z.object({ data: z.array(z.unknown()) });

/** The changes of OpenRouter's own prices, day by day: feed it the days in order. It holds one row per id and nothing of the days gone by. */
export function openrouterPast(): (recorded: RecordedDay) => readonly Change[] {
  const ledger: WritableLedger = new Map();
  const listed = new Map<string, Listed>();
  let offered: ReadonlyMap<string, PricedOffer> = new Map();
  return ({ day, body }) => {
    const { rows, repointed } = readRows(body, listed);
    const offers = new Map(rows.flatMap(({ offer }) => (offer === null ? [] : [[offer.id, offer] as const])));
    const between = { day, repointed, mended: new Set<string>() };
    const changed = [...offers.keys(), ...offered.keys()].filter((id) => offers.get(id) !== offered.get(id) || repointed.has(id));
    const changes = [...new Set(changed)].flatMap((id) => {
      const [before, after] = [offered.get(id) ?? null, offers.get(id) ?? null];
      return changesOfOffer({ id, known: ledger.get(id) ?? null, before, after, between });
    });
    for (const change of changes) recordChange(ledger, change);
    offered = offers;
    return inFileOrder(changes);
  };
}

/** Today's rows by what they say; only a row that differs from its last one is parsed. */
function readRows(body: Body, listed: Map<string, Listed>) {
  const raw = List.parse(body.content).data.flatMap((row) => {
    const { success, data } = Row.safeParse(row);
    // An id that only changed its case (`…-llama-405B`) is the same id.
    const id = data?.id.toLowerCase() ?? "";
    return success ? [{ id, row, data, text: JSON.stringify([data.pricing, data.created, data.canonical_slug]) }] : [];
  });
  const fresh = raw.filter(({ id, text }) => listed.get(id)?.text !== text);
  const { readings } = openrouterModels.parse([{ ...body, content: { data: fresh.map(({ row }) => row) } }]);
  const byId = new Map(readings.map((reading) => [reading.upstreamId, reading]));
  const repointed = new Set<string>();
  for (const { id, data, text } of fresh) {
    const reading = byId.get(data.id);
    const offer = reading === undefined ? null : offerOf(reading);
    const meaning = { releasedOn: dayOfSeconds(data.created), canonicalSlug: textOrNull(data.canonical_slug) };
    const before = listed.get(id);
    if (offer !== null && before !== undefined && isRepointed(before.meaning, meaning)) repointed.add(offer.id);
    listed.set(id, { text, offer, meaning });
  }
  return { rows: raw.flatMap(({ id }) => listed.get(id) ?? []), repointed };
}

/** A zero outside a free variant is no price, and the rest of such a card is not trusted either (`z-ai/glm-5.1` for two days). */
export function offerOf(reading: Reading): PricedOffer {
  const { key, model, prices, conditions, unitPrices, source } = reading;
  const isUnpriced = prices.input === undefined && prices.output === undefined;
  const card = isUnpriced ? { prices: {}, conditions: [] } : { prices, conditions: [...conditions] };
  return { id: offerId(model ?? reading.upstreamId, key), ...card, unitPrices, source, meterSources: {}, changedAt: null };
}
