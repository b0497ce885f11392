import type { ScoreReading } from "../../scripts/night/quality/quality-source.ts";
import type { QualityAlias } from "../../src/domain/quality/quality-alias.ts";
import type { QualityScore } from "../../src/domain/quality/quality-score.ts";

const READ_AT = "2026-08-22T00:00:00Z";
const PAGE = "https://acme.test/board";

/** An exact LMArena score of 1,400 ± 2.5. */
export function aQualityScore(fields: Partial<QualityScore> = {}): QualityScore {
  return {
    model: "acme/large",
    source: "lmarena",
    release: null,
    name: "acme-large",
    match: "exact",
    effort: null,
    score: 1400,
    interval: [1395, 1405],
    intervalLevel: 0.95,
    standardError: 2.5,
    scoredOn: "2026-08-20",
    readAt: READ_AT,
    url: PAGE,
    ...fields,
  };
}

/** LMArena's name of Acme's large model, looked up by hand; say what differs. */
export function aQualityAlias(fields: Partial<QualityAlias> = {}): QualityAlias {
  return {
    model: "acme/large",
    source: "lmarena",
    name: "acme-large",
    match: "exact",
    preference: 1,
    effort: null,
    note: null,
    checkedOn: "2026-11-21",
    ...fields,
  };
}

/** LMArena's score of Acme's large model, 1,400 ± 5, as its parser gives it; say what differs. */
export function aScoreReading(fields: Partial<ScoreReading> = {}): ScoreReading {
  return {
    source: "lmarena",
    name: "acme-large",
    score: 1400,
    intervalLow: 1395,
    intervalHigh: 1405,
    intervalLevel: 0.95,
    standardError: 2.5,
    release: null,
    scoredOn: "2026-08-20",
    readAt: READ_AT,
    url: PAGE,
    ...fields,
  };
}

/** Numbers that look normal, mean about 0 and deviation about 1, the same every time; another `stream` gives others. */
export function normals(count: number, stream: number): readonly number[] {
  const share = (index: number, root: number) => (index * Math.sqrt(root)) % 1;
  const roots = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43];
  const [a, b] = [roots[(stream * 2) % roots.length] ?? 2, roots[(stream * 2 + 1) % roots.length] ?? 3];
  return Array.from({ length: count }, (_, index) => {
    const radius = Math.sqrt(-2 * Math.log(share(index + 1, a) || 0.5));
    return radius * Math.cos(2 * Math.PI * share(index + 1, b));
  });
}
