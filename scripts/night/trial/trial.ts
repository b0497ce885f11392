import { integerToDecimal } from "../../../src/domain/money/decimal.ts";
import { isPlatformSource, platformReader } from "../../../src/domain/source/platforms/platform-sources.ts";
import { CATALOGUE_IDS } from "../../../src/domain/source/sources.ts";
import type { GuardedBy } from "../guards/guard-night.ts";
import { otherPricesTonight } from "../guards/others.ts";
import { agreementOf, catalogueDisagrees } from "../guards/source/catalogue-disagrees.ts";
import { storedReading } from "../merge/reading-row.ts";
import { type Curated, readCurated } from "../pipeline/curated.ts";
import { messageOf } from "../pipeline/json-text.ts";
import { escapeCell } from "../pipeline/report.ts";
import { readStore, type Store } from "../pipeline/store.ts";
import { platformSource } from "../sources/platforms/platform-source.ts";
import { PLATFORM_SPECS } from "../sources/platforms/specs/all-specs.ts";
import type { Io, Parsed, Quote, Source } from "../sources/source.ts";

export interface TrialOptions {
  readonly io: Io;
  /** Where the data lies: its catalogues are what a platform's prices are held against. */
  readonly out: string;
  readonly curated: string;
  /** Source ids or platforms, those that are off among them. */
  readonly only: readonly string[];
}

export interface Trial {
  /** What a person says yes or no to, in Markdown. */
  readonly report: string;
  /** Whether a source failed, or would be held tonight. */
  readonly isAnythingHeld: boolean;
}

/**
 * Reads some platforms and writes nothing: of each how many rows, how many a catalogue shows at the same price, and the first three in dollars with
 * the raw text beside. Throws where a name is no platform that a spec reads.
 */
export async function tryPlatforms({ io, out, curated, only }: TrialOptions): Promise<Trial> {
  const specs = PLATFORM_SPECS.filter(({ id }) => only.includes(id) || only.includes(platformReader(id).platform));
  const readable = new Set(specs.flatMap(({ id }) => [id, platformReader(id).platform]));
  const unknown = only.filter((name) => !readable.has(name));
  if (unknown.length > 0) throw new Error(`--only ${unknown.join(",")}: no platform that a spec reads`);
  const tables = readCurated(curated);
  const store = readStore(out);
  const tried = await Promise.all(specs.map((spec) => tryOne(platformSource(spec), io, tables, store)));
  return { report: tried.map(({ text }) => text).join("\n\n"), isAnythingHeld: tried.some(({ isHeld }) => isHeld) };
}

interface Tried {
  readonly text: string;
  readonly isHeld: boolean;
}

async function tryOne(source: Source, io: Io, curated: Curated, store: Store): Promise<Tried> {
  try {
    const bodies = await source.read(io);
    if (bodies.length === 0) return { text: sectionOf(source, ["Not read: it is not among the recordings."]), isHeld: false };
    return judged(
      { source, parsed: source.parse(bodies) },
      { before: store, curated, day: bodies[0]?.readAt.slice(0, 10) ?? "" },
    );
  } catch (error) {
    return { text: sectionOf(source, [`**Not read**: ${escapeCell(messageOf(error))}`]), isHeld: true };
  }
}

interface Trying {
  readonly source: Source;
  readonly parsed: Parsed;
}

interface TriedAgainst extends GuardedBy {
  readonly before: Store;
}

function judged({ source, parsed }: Trying, against: TriedAgainst): Tried {
  const catalogues = CATALOGUE_IDS.map((id) => ({ source: { id }, parsed: null }));
  const others = otherPricesTonight({ sources: [{ source, parsed }, ...catalogues], ...against });
  const agreement = agreementOf(parsed.readings.map(storedReading), others.catalogueCards);
  const objection = catalogueDisagrees(agreement, { isFirstRead: true });
  const lines = [
    `- rows read: ${parsed.readings.length}; left out: ${leftOut(parsed)}`,
    `- agreement with the catalogues: ${agreement.agreeing} of ${agreement.shared} shared rows`,
    `- ${objection === null ? "would be read" : `**would be held**: ${escapeCell(objection.detail)}`}`,
    "",
    "| id | input | output | cached input | as written |",
    "|---|--:|--:|--:|---|",
    ...(parsed.quotes ?? []).map(quoteRow),
  ];
  return { text: sectionOf(source, lines), isHeld: objection !== null };
}

const sectionOf = (source: Source, lines: readonly string[]): string => {
  const reader = isPlatformSource(source.id) ? platformReader(source.id) : null;
  const off = reader?.offBecause === undefined ? [] : [`- off: ${reader.offBecause}`];
  return [`## ${reader?.name ?? source.id} (${source.id})`, "", source.url, "", ...off, ...lines].join("\n");
};

/** `32: 20 × no language model, 12 × no price per token`. */
function leftOut({ skipped }: Parsed): string {
  const groups = [...Map.groupBy(skipped, ({ why }) => why)].toSorted(([, a], [, b]) => b.length - a.length);
  const reasons = groups.map(([why, rows]) => `${rows.length} × ${why}`);
  return groups.length === 0 ? "none" : `${skipped.length}: ${reasons.join(", ")}`;
}

function quoteRow({ upstreamId, prices, raw }: Quote): string {
  const dollars = [prices.input, prices.output, prices.cacheRead].map((price) =>
    price === undefined ? "–" : `$${integerToDecimal(price)}`,
  );
  return `| ${[escapeCell(upstreamId), ...dollars, escapeCell(raw)].join(" | ")} |`;
}
