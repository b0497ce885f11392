import { describe, expect, test } from "vitest";
import { GuardException } from "../../../src/domain/source/guard-exception.ts";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { BEFORE_THE_FIRST } from "../../../tests/nights/guarded-nights.ts";
import type { StoredReading } from "../merge/reading-row.ts";
import type { Skipped } from "../sources/source.ts";
import { exceptionMatcher } from "./exception-matcher.ts";
import { type Guarded, guardSource } from "./guard.ts";
import { NO_OTHER_PRICES } from "./others.ts";

interface Night {
  readonly day: string;
  /** Upstream id → `input/output`. */
  readonly rows: Readonly<Record<string, string>> | null;
  readonly failure?: string;
  readonly skipped?: readonly Skipped[];
  readonly lost?: boolean;
  readonly exceptions?: readonly GuardException[];
  readonly isExplained?: boolean;
  readonly isCompared?: boolean;
}

const at = (day: string) => `${day}T12:00:00Z`;

function reading(upstreamId: string, text: string, day: string): StoredReading {
  const [input, output] = text.split("/");
  const prices = { ...(input ? { input } : {}), ...(output ? { output } : {}) };
  return aReading({ upstreamId, prices, source: { readAt: at(day) } });
}

function guardNight(before: Guarded, night: Night, lastReadAt: string): Guarded {
  const readings = Object.entries(night.rows ?? {}).map(([id, text]) => reading(id, text, night.day));
  const lost = night.lost === true ? before.readings : [];
  return guardSource({
    id: "models.dev",
    before: before.readings,
    now: night.rows === null ? null : { readAt: at(night.day), readings, kept: [], lost, skipped: night.skipped ?? [] },
    failure: night.failure ?? null,
    exceptions: exceptionMatcher("models.dev", night.exceptions ?? []),
    isExplained: () => night.isExplained === true,
    isCompared: night.isCompared !== false,
    others: NO_OTHER_PRICES,
    isHeldAgainstCatalogues: false,
    earlier: {
      firstReadAt: before.firstReadAt,
      hold: before.hold,
      accepted: before.accepted,
      readAt: lastReadAt,
      left: before.left,
      came: before.came,
    },
  });
}

/** Every night of a story, each starting from what the night before left. */
function nights(...story: readonly Night[]): readonly Guarded[] {
  const done: Guarded[] = [];
  for (const [index, night] of story.entries()) {
    done.push(guardNight(done[index - 1] ?? BEFORE_THE_FIRST, night, at(story[index - 1]?.day ?? "2026-01-01")));
  }
  return done;
}

const priceOf = ({ readings }: Guarded, id: string): string | null => {
  const row = readings.find(({ upstreamId, leftOut }) => upstreamId === id && leftOut === null);
  if (row === undefined) return null;
  const text = [row.prices.input, row.prices.output].map((micro) => (micro === undefined ? "-" : micro / 1e6)).join("/");
  return row.held === null ? text : `${text} held since ${row.held.since.slice(5, 10)}`;
};
const rules = ({ findings }: Guarded) => findings.map(({ rule, action }) => `${action} ${rule}`);
const nova = (day: string, text: string): Night => ({ day, rows: { nova: text } });
/** The price after each night. */
const story = (...texts: readonly string[]) =>
  nights(...texts.map((text, index) => nova(`2026-08-0${index + 1}`, text))).map((night) => priceOf(night, "nova"));

describe("an offer that is held", () => {
  test.each([
    ["a slip of ten, seen once", ["1/2", "10/20", "1/2"], ["1/2", "1/2 held since 08-02", "1/2"]],
    [
      "a slip of ten, seen three times by a catalogue: seen again proves nothing",
      ["1/2", "10/20", "10/20", "10/20"],
      ["1/2", "1/2 held since 08-02", "1/2 held since 08-02", "1/2 held since 08-02"],
    ],
    ["another slip the next day", ["1/2", "10/20", "100/200"], ["1/2", "1/2 held since 08-02", "1/2 held since 08-02"]],
    ["a creep of ×4.9 a night, on its second", ["1/2", "4.9/9.8", "24.01/48.02"], ["1/2", "4.9/9.8", "4.9/9.8 held since 08-03"]],
    ["the same creep down", ["24/48", "4.9/9.8", "1/2"], ["24/48", "4.9/9.8", "4.9/9.8 held since 08-03"]],
    ["a price that swings within its week", ["1/2", "3/6", "1/2", "4/8"], ["1/2", "3/6", "1/2", "4/8"]],
    [
      "a zero is never accepted",
      ["1/2", "/", "/", "/", "1/2"],
      ["1/2", "1/2 held since 08-02", "1/2 held since 08-02", "1/2 held since 08-02", "1/2"],
    ],
    ["above $1,000 on the first night", ["5000/5000", "5000/5000"], ["-/- held since 08-01", "-/- held since 08-01"]],
    ["above $1,000, then mended", ["5000/5000", "5/5"], ["-/- held since 08-01", "5/5"]],
    ["five times at once is a move", ["1/2", "5/10"], ["1/2", "5/10"]],
  ])("%s", (_, texts, expected) => {
    expect(story(...texts)).toEqual(expected);
  });

  test("is told each night it is held, and until when", () => {
    const done = nights(nova("2026-08-01", "1/2"), nova("2026-08-02", "10/20"), nova("2026-08-03", "10/20"));
    expect(done.map(rules)).toEqual([[], ["hold priceJump"], ["hold priceJump"]]);
    expect(done[2]?.findings[0]?.detail).toContain("; until another source agrees, the platform itself says so for 3 nights, or");
  });

  test("an explained zero is let through, and the price is unknown until the line speaks", () => {
    const done = nights(nova("2026-08-01", "1/2"), { ...nova("2026-08-02", "/"), isExplained: true });
    expect(priceOf(done[1] ?? BEFORE_THE_FIRST, "nova")).toBe("-/-");
  });
});

describe("a row that cannot be read", () => {
  const broken = [{ subject: "nova", why: "price is no number" }];
  test("stays at its last good reading for as long as it is there", () => {
    const others = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`m${index}`, "1/1"]));
    const done = nights(
      { day: "2026-08-01", rows: { ...others, nova: "1/2" } },
      { day: "2026-08-02", rows: others, skipped: broken },
      { day: "2026-08-03", rows: others, skipped: broken },
      { day: "2026-08-04", rows: others },
    );
    expect(done.map((night) => priceOf(night, "nova"))).toEqual(["1/2", "1/2 held since 08-02", "1/2 held since 08-02", null]);
    expect(done.map(rules)).toEqual([[], ["hold rowUnreadable"], ["hold rowUnreadable"], []]);
  });

  test("rows of a lost body stay and say so", () => {
    const done = nights(nova("2026-08-01", "1/2"), { day: "2026-08-02", rows: {}, lost: true });
    expect(priceOf(done[1] ?? BEFORE_THE_FIRST, "nova")).toBe("1/2 held since 08-02");
    expect(rules(done[1] ?? BEFORE_THE_FIRST)).toEqual(["hold bodyLost"]);
  });
});

describe("a source that is held", () => {
  const rows = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${index}`, "1/2"]));
  const sizes = (...story: readonly Night[]) => nights(...story).map(({ readings, sourceHeld }) => [readings.length, sourceHeld]);
  const half = { day: "2026-08-02", rows: rows(10) };

  test("half the list is held, and believed when it has stood for a week", () => {
    const all = { day: "2026-08-01", rows: rows(20) };
    const held = [20, "10 of 20 readings are gone"];
    expect(sizes(all, half, { ...half, day: "2026-08-08" }, { ...half, day: "2026-08-09" })).toEqual([
      [20, null],
      held,
      held,
      [10, null],
    ]);
    expect(sizes(all, half, half)).toEqual([[20, null], held, held]);
    expect(sizes(all, half, { day: "2026-08-03", rows: rows(4) })[2]).toEqual([20, "16 of 20 readings are gone"]);
  });

  test("less than half of the list is never believed by itself", () => {
    const third = (day: string): Night => ({ day, rows: rows(8) });
    const done = sizes({ day: "2026-08-01", rows: rows(24) }, third("2026-08-02"), third("2026-08-12"), third("2026-09-12"));
    expect(done.map(([size]) => size)).toEqual([24, 24, 24, 24]);
  });

  test("a list that bleeds 9 % a night is held on the second, and what came back is whole", () => {
    const story = [100, 91, 83, 76, 100].map((size, index) => ({ day: `2026-08-0${index + 1}`, rows: rows(size) }));
    expect(sizes(...story)).toEqual([
      [100, null],
      [91, null],
      [91, "17 of 100 readings are gone within a week"],
      [91, "24 of 100 readings are gone within a week"],
      [100, null],
    ]);
  });

  test.each<readonly [string, string, string, string]>([
    ["at its price", "1/2", "1/2", "2026-08-03T12:00:00Z"],
    ["at twenty times its price", "20/40", "1/2 held since 08-03", "2026-08-02T00:00:00Z"],
    ["at a twentieth of it", "0.05/0.1", "1/2 held since 08-03", "2026-08-02T00:00:00Z"],
  ])("a row that was gone for a night comes back %s", (_, back, price, readAt) => {
    const story = ["1/2", null, back].map((nova, index): Night => {
      return { day: `2026-08-0${index + 1}`, rows: { ...rows(20), ...(nova === null ? {} : { nova }) } };
    });
    const last = nights(...story).at(-1) ?? BEFORE_THE_FIRST;
    expect(priceOf(last, "nova")).toBe(price);
    expect(last.readings.find(({ upstreamId }) => upstreamId === "nova")?.source.readAt).toBe(readAt);
  });

  test("a tenth may go every week", () => {
    const story = [100, 91, 83].map((size, index) => ({ day: `2026-08-${10 + index * 7}`, rows: rows(size) }));
    expect(sizes(...story).map(([size]) => size)).toEqual([100, 91, 83]);
  });

  test("says once that it is believed, again for the same reading, and no more after", () => {
    const again = { ...half, day: "2026-08-09" };
    const done = nights({ day: "2026-08-01", rows: rows(20) }, half, again, again, { ...half, day: "2026-08-10" });
    const [, held, believed] = [[], ["hold sourceShrink"], ["note acceptedAfterHold"]];
    expect(done.map(rules)).toEqual([[], held, believed, believed, []]);
  });

  test("an empty list and a failed reading are never believed", () => {
    const empty = (day: string): Night => ({ day, rows: {} });
    const failed: Night = { day: "2026-08-04", rows: null, failure: "503" };
    const done = sizes({ day: "2026-08-01", rows: rows(3) }, empty("2026-08-02"), empty("2026-08-03"), failed);
    expect(done.slice(1)).toEqual([
      [3, "no readings, 3 before"],
      [3, "no readings, 3 before"],
      [3, "503"],
    ]);
  });

  test("a source that was not read stays without a word", () => {
    const done = nights({ day: "2026-08-01", rows: rows(3) }, { day: "2026-08-02", rows: null });
    expect(done[1]).toEqual({ ...done[0], findings: [] });
  });

  test("a new price list is noted, again for the same reading, and no more the day after", () => {
    const list = (day: string) => nova(day, "0.85/0.9");
    const done = nights(nova("2026-08-01", "0.14/0.28"), list("2026-08-02"), list("2026-08-02"), list("2026-08-03"));
    expect(done.map(rules)).toEqual([[], ["note priceReset"], ["note priceReset"], []]);
    expect(done[2]).toEqual(done[1]);
  });

  test("rows that people write are only held when they are absurd", () => {
    const people = (day: string, text: Record<string, string>): Night => ({ day, rows: text, isCompared: false });
    const done = nights(people("2026-08-01", { a: "1/2", b: "1/2" }), people("2026-08-02", { a: "20/40" }));
    expect(priceOf(done[1] ?? BEFORE_THE_FIRST, "a")).toBe("20/40");
    expect(priceOf(nights(people("2026-08-01", { a: "2000/40" }))[0] ?? BEFORE_THE_FIRST, "a")).toBe("-/- held since 08-01");
  });
});

describe("an exception somebody looked up", () => {
  const exception = (over: object) =>
    GuardException.parse({
      rule: "priceJump",
      source: "models.dev",
      platform: "hostly",
      upstreamId: "nova",
      action: "accept",
      why: "announced",
      sourceUrl: "https://hostly.example/prices",
      checkedOn: "2026-08-02",
      ...over,
    });
  const jump = (exceptions: readonly GuardException[]) =>
    nights(nova("2026-08-01", "1/2"), { ...nova("2026-08-02", "10/20"), exceptions })[1] ?? BEFORE_THE_FIRST;

  test.each([
    ["of this row", {}, "10/20", []],
    ["of every row", { upstreamId: null, platform: null }, "10/20", []],
    ["that leaves the row out", { action: "leaveOut" }, null, []],
    ["of another row", { upstreamId: "other" }, "1/2 held since 08-02", ["hold priceJump", "note exceptionUnused"]],
    ["of another rule", { rule: "priceTooHigh" }, "1/2 held since 08-02", ["hold priceJump", "note exceptionUnused"]],
    ["of another source", { source: "litellm" }, "1/2 held since 08-02", ["hold priceJump"]],
  ])("%s", (_, over, price, expected) => {
    const night = jump([exception(over)]);
    expect([priceOf(night, "nova"), rules(night)]).toEqual([price, expected]);
  });

  test("is needed again for the same reading, and no more the day after", () => {
    const accepted = (day: string): Night => ({ ...nova(day, "10/20"), exceptions: [exception({})] });
    const done = nights(nova("2026-08-01", "1/2"), accepted("2026-08-02"), accepted("2026-08-02"), accepted("2026-08-03"));
    expect(done.map(rules)).toEqual([[], [], [], ["note exceptionUnused"]]);
  });

  test("no longer needed is a finding that names it", () => {
    const night = nights({ ...nova("2026-08-01", "1/2"), exceptions: [exception({})] })[0] ?? BEFORE_THE_FIRST;
    expect(night.findings[0]?.detail).toBe("priceJump no longer objects to models.dev hostly nova: take the exception out");
  });

  test("lets a source shrink", () => {
    const shrink = exception({ rule: "sourceShrink", platform: null, upstreamId: null });
    const done = nights(
      { day: "2026-08-01", rows: { a: "1/2", b: "1/2" } },
      { day: "2026-08-02", rows: { a: "1/2" }, exceptions: [shrink] },
    );
    expect([done[1]?.readings.length, done[1]?.sourceHeld, rules(done[1] ?? BEFORE_THE_FIRST)]).toEqual([1, null, []]);
  });
});
