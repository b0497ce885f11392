import { expect, test } from "vitest";
import { aWorkload } from "../../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { DEFAULT_RANK_OPTIONS } from "../../../domain/ranking/cheapest.ts";
import { tableMarkdown } from "../../../table/table-files.ts";
import { borderTable, breakEvenText, cheapestMonthsText, mixView } from "./mix-view.ts";

const workload = aWorkload({ requests: 1_000, inputTokens: 1_000, outputTokens: 250, cachedShare: 0.5 });
const offers = [
  anOffer({ platform: "acme", prices: { input: "1", output: "2", cacheRead: "0.1" } }),
  anOffer({ platform: "host", prices: { input: "0.8", output: "2" } }),
  anOffer({ platform: "dear", prices: { input: "3", output: "9" } }),
];
const viewOf = (of = offers) => mixView(of, workload, new Map(), DEFAULT_RANK_OPTIONS);
const plain = (text: string) => text.replaceAll("\u202f", " ");

test("the map says who is cheapest where, in a sentence and along its border", () => {
  const view = viewOf();
  expect(plain(view?.says ?? "")).toBe(
    "At 1,000 input tokens a request acme is cheapest in 78 % of all mixes of cached input and output, host in 22 %.",
  );
  expect(plain(view === null ? "" : tableMarkdown(borderTable(view)))).toContain("22 % cached, 0 output tokens");
});

test("a place of the map has the months of the two cheapest", () => {
  const view = viewOf();
  // At half cached: 0.55 + 0.5 at acme, 0.8 + 0.5 at the host, a fee of up to 5.5 % on both.
  expect(plain(view === null ? "" : cheapestMonthsText(view, view.mix.workloadPoint))).toBe(
    "50 % cached, 250 output tokens: acme $1.11, host $1.37 a month",
  );
});

test("the break-even cache-hit rate of two sellers is told with who wins on each side", () => {
  const view = viewOf();
  const told = (a: number, b: number) =>
    view === null ? "" : plain(breakEvenText(view, offers[a]?.id ?? "", offers[b]?.id ?? "", (id) => id.split("@")[1] ?? id));
  expect(told(0, 1)).toBe("host is cheaper under 22 % cached, acme above.");
  expect(told(0, 2)).toBe("acme is cheaper at any cache-hit rate.");
  expect(told(0, 0)).toBe("");
});

test("a corner of the map is under half a percent, not nothing", () => {
  const [acme, , dear] = offers;
  // Cheaper than acme only where next to nothing is cached and next to nothing written.
  const corner = anOffer({ platform: "corner", prices: { input: "0.99", output: "4", cacheRead: "0.9" } });
  expect(plain(viewOf(acme && dear ? [acme, corner, dear] : [])?.says ?? "")).toBe(
    "At 1,000 input tokens a request acme is cheapest in over 99.5 % of all mixes of cached input and output, corner in under 0.5 %.",
  );
});

test("equal sellers are named together, and told once", () => {
  const [acme, , dear] = offers;
  const twin = anOffer({ platform: "twin", prices: { input: "1", output: "2", cacheRead: "0.1" } });
  const third = anOffer({ platform: "third", prices: { input: "1", output: "2", cacheRead: "0.1" } });
  const pair = viewOf(acme && dear ? [acme, twin, dear] : []);
  expect(pair?.says).toBe(
    "At 1,000 input tokens a request acme and twin are cheapest, at one price, whatever is cached and however long the output.",
  );
  expect(plain(pair === null ? "" : cheapestMonthsText(pair, pair.mix.workloadPoint))).toBe(
    "50 % cached, 250 output tokens: acme and twin $1.11, dear $5.54 a month",
  );
  expect(viewOf(acme && dear ? [acme, twin, third, dear] : [])?.says).toContain("acme and 2 others are cheapest, at one price");
});

test("where one is cheapest everywhere, that is all there is to say", () => {
  const [acme, , dear] = offers;
  const third = anOffer({ platform: "third", prices: { input: "4", output: "9" } });
  expect(viewOf(acme && dear ? [acme, dear, third] : [])?.says).toBe(
    "At 1,000 input tokens a request acme is cheapest, whatever is cached and however long the output.",
  );
  expect(viewOf(offers.slice(0, 2))).toBeNull();
});
