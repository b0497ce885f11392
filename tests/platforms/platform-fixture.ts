import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseJsonText } from "../../scripts/night/pipeline/json-text.ts";
import { platformSource } from "../../scripts/night/sources/platforms/platform-source.ts";
import type { PlatformSpec } from "../../scripts/night/sources/platforms/platform-spec.ts";
import { PLATFORM_SPECS } from "../../scripts/night/sources/platforms/specs/all-specs.ts";
import type { Body, Parsed } from "../../scripts/night/sources/source.ts";
import type { PlatformSourceId } from "../../src/domain/source/platform-sources.ts";
import { cardLines } from "../builders/a-price-page.ts";

export const FIXTURES = join(import.meta.dirname, "../fixtures/platforms");

/** The day on which the fixtures are read. */
export const READ_AT = "2026-11-28T04:00:00Z";

/** What each address of a spec answers: `<id>.json`, or `<id>.1.json`, `<id>.2.json` where it asks several or pages follow. */
export function fixtureTexts(id: PlatformSourceId): readonly string[] {
  const names = globSync(`${id}{,.[0-9]}.{json,md,html}`, { cwd: FIXTURES }).sort();
  return names.map((name) => readFileSync(join(FIXTURES, name), "utf8"));
}

export function specOf(id: PlatformSourceId): PlatformSpec {
  const spec = PLATFORM_SPECS.find((each) => each.id === id);
  if (spec === undefined) throw new Error(`no spec reads ${id}`);
  return spec;
}

/** What a spec makes of texts, as a night would get them. */
export function readTexts(id: PlatformSourceId, texts: readonly string[]): Parsed {
  const spec = specOf(id);
  const bodies = texts.map(
    (text, index): Body => ({
      url: spec.urls[index] ?? `${spec.urls[0]}?page=${index + 1}`,
      readAt: READ_AT,
      content: spec.family === "text body" ? text : parseJsonText(text),
    }),
  );
  return platformSource(spec).parse(bodies);
}

export const readFixture = (id: PlatformSourceId): Parsed => readTexts(id, fixtureTexts(id));

/** Each card on a line: `Acme/Tiny-8B flex: input 0.096, output 0.32`. */
export const linesOf = (id: PlatformSourceId): readonly string[] => cardLines(readFixture(id));

/** Each row left out, with the reason. */
export const leftOut = (id: PlatformSourceId): readonly string[] =>
  readFixture(id).skipped.map(({ subject, why }) => `${subject}: ${why}`);

/** Dollars per million tokens out of arithmetic, without its noise: 0.000002 · 1e6 → `"2"`. */
export const usd = (dollars: number): string => String(Number(dollars.toFixed(6)));
