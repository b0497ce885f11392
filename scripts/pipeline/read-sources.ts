import { allSources, clockSource } from "../sources/all.ts";
import type { Body, Io, Source } from "../sources/source.ts";
import type { Curated } from "./curated.ts";
import type { SourceNight } from "./guard-night.ts";
import type { NightProgress } from "./progress.ts";
import { cleanText, withCleanTexts } from "./upstream-text.ts";

/** Every source of the night, the clock first: curated rows apply by its day. A failed source is a value, not an end. */
export async function readSources(io: Io, curated: Curated, progress: NightProgress): Promise<readonly SourceNight[]> {
  const clock = await readSource(clockSource, io, progress);
  const asOf = newestDay(clock.bodies);
  const nights = [clock];
  for (const source of allSources(curated, asOf)) nights.push(await readSource(source, io, progress));
  progress.stop();
  return nights;
}

const newestDay = (bodies: readonly { readonly readAt: string }[]): string | null =>
  bodies
    .map(({ readAt }) => readAt.slice(0, 10))
    .toSorted()
    .at(-1) ?? null;

async function readSource(source: Source, io: Io, progress: NightProgress): Promise<SourceNight> {
  progress.start(source.id);
  try {
    const bodies = await source.read(io);
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

function failureText(error: unknown): string {
  if (!(error instanceof Error)) return cleanText(String(error));
  const message = cleanText(error.message);
  return error.cause === undefined ? message : `${message}: ${failureText(error.cause)}`;
}
