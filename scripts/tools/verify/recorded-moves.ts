import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

/** Why a day on which an id's prompt or completion text differs is no price change; `real` = it is one. */
export const RAW_KINDS = [
  "real",
  "alias",
  "router",
  "float noise",
  "id changed its meaning",
  "zero, not free",
  "back within three days",
] as const;
export type RawKind = (typeof RAW_KINDS)[number];

/** What the recorded days say, counted by rules of this file's own: nothing here comes from the pipeline. */
export interface RecordedMoves {
  /** Days on which the text of prompt or completion differs from the last time the id was listed, by why. */
  readonly raw: Readonly<Record<RawKind, number>>;
  /** Id → the days of its real changes. Ids without any are in it too. */
  readonly realDays: ReadonlyMap<string, ReadonlySet<string>>;
}

const Pricing = z.record(z.string(), z.unknown());
type Pricing = z.output<typeof Pricing>;
const Row = z.object({ id: z.string(), created: z.number(), canonical_slug: z.string().nullish(), pricing: Pricing });
type Row = z.output<typeof Row>;
const Body = z.object({ data: z.array(Row) });
const Overrides = z.array(Pricing).catch([]);

interface Stretch {
  readonly price: string | null;
  readonly from: string;
}

/** A day with another text, and whether a zero or mere noise was in it. */
interface RawDay {
  readonly day: string;
  readonly hasZero: boolean;
  readonly isNoise: boolean;
}

/** One id as it is followed through the days. */
interface Followed {
  text: string;
  created: number;
  slug: string | null;
  readonly prompt: Stretch[];
  readonly completion: Stretch[];
  readonly rawDays: RawDay[];
  readonly newMeanings: Set<string>;
}

const unseen = (): Followed => ({
  text: "",
  created: 0,
  slug: null,
  prompt: [],
  completion: [],
  rawDays: [],
  newMeanings: new Set(),
});

/** Counts the days of `DIR/history/openrouter-models`, one body in memory at a time. */
export function recordedMoves(dir: string, days: readonly string[]): RecordedMoves {
  const followed = new Map<string, Followed>();
  for (const day of days) {
    const path = join(dir, "history", "openrouter-models", `models-${day}.json.gz`);
    const rows = Body.parse(JSON.parse(gunzipSync(readFileSync(path)).toString("utf8"))).data;
    const listed = new Map(rows.map((row) => [row.id.toLowerCase(), row]));
    for (const [id, row] of listed) {
      const model = followed.get(id) ?? unseen();
      followed.set(id, model);
      follow(model, id, row, day);
    }
    for (const [id, model] of followed) if (!listed.has(id)) stretch(model, [null, null], day);
  }
  return count(followed);
}

function follow(model: Followed, id: string, { created, canonical_slug, pricing }: Row, day: string): void {
  const [prompt, completion] = [String(pricing["prompt"]), String(pricing["completion"])];
  const [old, text] = [model.text.split(" "), `${prompt} ${completion}`];
  const isOther = model.slug !== null && typeof canonical_slug === "string" && canonical_slug !== model.slug;
  if (model.text !== "" && (created > model.created || isOther)) model.newMeanings.add(day);
  if (model.text !== "" && model.text !== text) {
    const hasZero = [text, model.text].some((pair) => pair.split(" ").every((price) => Number(price) === 0));
    model.rawDays.push({
      day,
      hasZero,
      isNoise: trillionths(old[0] ?? "") === trillionths(prompt) && trillionths(old[1] ?? "") === trillionths(completion),
    });
  }
  [model.text, model.created, model.slug] = [text, created, canonical_slug ?? model.slug];
  const isUnknown = Number(prompt) < 0 || (Number(prompt) === 0 && Number(completion) === 0 && !id.endsWith(":free"));
  stretch(model, isUnknown ? [null, null] : cheapestHour(pricing), day);
}

/** Where the price depends on the hour, the cheapest window's; else the row's own. */
function cheapestHour(pricing: Pricing): readonly [string, string] {
  const windows = Overrides.parse(pricing["overrides"]).filter((each) => "utc_start" in each);
  const [first] = [pricing, ...windows].toSorted((a, b) => Number(a["prompt"]) - Number(b["prompt"]));
  return [trillionths(String(first?.["prompt"])), trillionths(String(first?.["completion"]))];
}

/** Dollars a token as whole trillionths, in text, by moving the point: ties go to the even digit. */
function trillionths(price: string): string {
  const [whole = "0", fraction = ""] = price.split(".");
  const cut = BigInt(`${whole}${fraction.slice(0, 12).padEnd(12, "0")}`);
  const furtherDigits = fraction.slice(12).replace(/0+$/, "");
  const isUp = furtherDigits > "5" || (furtherDigits === "5" && cut % 2n === 1n);
  return (isUp ? cut + 1n : cut).toString();
}

/** A new stretch where a price differs; one that is back within three days of leaving takes the days between away. */
function stretch(model: Followed, prices: readonly [string | null, string | null], day: string): void {
  for (const [place, stretches] of [model.prompt, model.completion].entries()) {
    const price = prices[place] ?? null;
    if ((stretches.at(-1)?.price ?? null) === price) continue;
    const left = stretches.findIndex(
      (each, index) =>
        price !== null &&
        each.price === price &&
        isRecent(stretches[index + 1]?.from, day) &&
        !meaningChanged(model, stretches[index + 1]?.from, day),
    );
    if (left === -1) stretches.push({ price, from: day });
    else stretches.length = left + 1;
  }
}

const isRecent = (from: string | undefined, day: string): boolean =>
  from !== undefined && Date.parse(day) - Date.parse(from) <= 3 * 24 * 60 * 60 * 1_000;

const meaningChanged = (model: Followed, from: string | undefined, day: string): boolean =>
  [...model.newMeanings].some((changed) => changed >= (from ?? "") && changed <= day);

function count(followed: ReadonlyMap<string, Followed>): RecordedMoves {
  const raw: Record<RawKind, number> = Object.assign({}, ...RAW_KINDS.map((kind) => ({ [kind]: 0 })));
  const realDays = new Map<string, ReadonlySet<string>>();
  for (const [id, model] of followed) {
    const isModel = !id.startsWith("~") && !id.startsWith("openrouter/");
    const moveDays = isModel ? daysOfMoves(model) : new Set<string>();
    if (isModel) realDays.set(id, moveDays);
    for (const each of model.rawDays) raw[kindOf(id, model, moveDays, each)] += 1;
  }
  return { raw, realDays };
}

function daysOfMoves(model: Followed): ReadonlySet<string> {
  const days = [model.prompt, model.completion].flatMap((stretches) => {
    const priced = stretches.filter(({ price }) => price !== null);
    return priced.filter(({ price }, index) => index > 0 && price !== priced[index - 1]?.price).map(({ from }) => from);
  });
  return new Set(days.filter((day) => !model.newMeanings.has(day)));
}

function kindOf(id: string, model: Followed, moveDays: ReadonlySet<string>, { day, hasZero, isNoise }: RawDay): RawKind {
  if (id.startsWith("~")) return "alias";
  if (id.startsWith("openrouter/")) return "router";
  if (isNoise) return "float noise";
  if (moveDays.has(day)) return "real";
  if (model.newMeanings.has(day)) return "id changed its meaning";
  return hasZero ? "zero, not free" : "back within three days";
}

/** Our id of an offer by OpenRouter's id of a model: `z-ai/glm-4.5-air:free` → `z-ai/glm-4.5-air@openrouter;tier=free`. */
export function offerIdOf(id: string): string {
  const [model = id, suffix] = id.split(":");
  if (suffix === undefined) return `${model}@openrouter`;
  return `${model}@openrouter;${suffix === "free" || suffix === "batch" ? "tier" : "variant"}=${suffix}`;
}
