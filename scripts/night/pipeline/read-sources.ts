import type { SourceNight } from "../guards/guard-night.ts";
import { cleanText, withCleanTexts } from "../match/upstream-text.ts";
import { allSources, listingSources } from "../sources/all.ts";
import type { Body, Io, Source } from "../sources/source.ts";
import { laterDay } from "./clock.ts";
import type { Curated } from "./curated.ts";
import type { NightProgress } from "./progress.ts";

/** What the nights before had read. */
export interface LastNight {
  readonly lastAsOf: string | null;
  /** When a source was last read well; null = never. */
  readonly lastRead: (id: Source["id"]) => string | null;
}

/**
 * Every source of the night, the lists first: curated rows apply by the newest's day, or by the last night's (`lastAsOf`) where none is
 * newer. A failed source is a value, not an end.
 */
export async function readSources(
  io: Io,
  curated: Curated,
  progress: NightProgress,
  { lastAsOf, lastRead }: LastNight = { lastAsOf: null, lastRead: () => null },
): Promise<readonly SourceNight[]> {
  const nights: SourceNight[] = [];
  for (const source of listingSources(curated)) nights.push(await readSource(source, io, progress, lastRead));
  const asOf = laterDay(newestDay(nights.flatMap(({ bodies }) => bodies)), lastAsOf);
  // Side by side: one that hangs keeps none of the others from the night's time.
  const others = await Promise.all(allSources(curated, asOf).map((source) => readSource(source, io, progress, lastRead)));
  progress.stop();
  return [...nights, ...others];
}

const newestDay = (bodies: readonly { readonly readAt: string }[]): string | null =>
  bodies
    .map(({ readAt }) => readAt.slice(0, 10))
    .toSorted()
    .at(-1) ?? null;

async function readSource(
  source: Source,
  io: Io,
  progress: NightProgress,
  lastRead: LastNight["lastRead"],
): Promise<SourceNight> {
  progress.start(source.id);
  try {
    const bodies = await source.read(io, lastRead(source.id));
    if (bodies.length === 0 && source.fromCurated !== true) return { source, parsed: null, bodies: [], failure: null };
    const parsed = withCleanTexts(source.parse(bodies));
    return {
      source,
      parsed,
      bodies: source.fromCurated === true ? parsed.readings.map((reading) => reading.source) : bodies.map(headOf),
      failure: null,
    };
  } catch (error) {
    return { source, parsed: null, bodies: [], failure: failureText(error) };
  }
}

const headOf = ({ url, readAt }: Body) => ({ url, readAt });

/** The error and what lies behind it, each said once. */
function failureText(error: unknown): string {
  const messages: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const message = cleanText(cause.message);
    if (!messages.some((earlier) => earlier.includes(message))) messages.push(message);
  }
  return messages.join(": ") || cleanText(String(error));
}
