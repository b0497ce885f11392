import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readStore } from "../../scripts/night/pipeline/store.ts";
import { BY_USE_URL, MODELS_URL } from "../../scripts/night/sources/openrouter/openrouter-list.ts";
import { aQuietUpstream, modelList, modelRows, NOVA } from "../builders/a-fake-upstream.ts";
import {
  answer,
  before,
  drip,
  figures,
  flood,
  good,
  heldOffers,
  inTurn,
  nightWith,
  paid,
  playFaultyNights,
  priced,
  quiet,
  refresh,
  reset,
  sourceOf,
  upstream,
} from "./faulty-nights.ts";

/** A night that goes wrong, against a server that plays upstream: what is written is good or held, and the report says what happened. */

playFaultyNights();

describe("a list that cannot be had keeps every row and names the cause", () => {
  test.each<[string, RequestListener, string]>([
    ["429 for ever", answer(429), "429 Too Many Requests"],
    ["429 with a Retry-After nobody waits for", answer(429, "", { "retry-after": "3600" }), "429 Too Many Requests"],
    ["500", answer(500, "oops"), "500 Internal Server Error"],
    ["503 for ever", answer(503), "503 Service Unavailable"],
    ["404", answer(404), "404 Not Found"],
    ["a slow drip", drip, "Timeout"],
    ["a hang", () => undefined, "Timeout"],
    ["a reset in mid-body", reset, "Content-Length mismatch"],
    ["JSON cut short", answer(200, good.slice(0, -20)), "is no JSON or is cut short"],
    ["gzip cut short", answer(200, gzipSync(good).subarray(0, 200), { "content-encoding": "gzip" }), "unexpected end of file"],
    ["HTML with status 200", answer(200, "<!doctype html><title>Sorry</title>"), "the body is HTML, not JSON"],
    ["nothing at all", answer(200, ""), "the body is empty"],
    ["another shape", answer(200, '{"models":[]}'), "not a list of models"],
    ["null", answer(200, "null"), "not a list of models"],
    ["a redirect to another host", answer(302, "", { location: "http://evil.example/models" }), "redirect to another host"],
    ["a redirect without end", answer(302, "", { location: "/openrouter.ai/api/v1/models" }), "Redirected 5 times"],
  ])("%s", async (_, listener, cause) => {
    const timeoutMs = cause === "Timeout" ? 3_000 : undefined;
    const { refreshed, store, findings } = await nightWith({ [MODELS_URL]: listener }, "2026-08-22", quiet, timeoutMs);
    expect(figures(store)).toEqual(figures(before));
    expect(store.models).toEqual(before.models);
    expect(refreshed.isAnythingHeld).toBe(true);
    expect(findings).toEqual(expect.arrayContaining(["sourceFailed openrouter-models", "sourceFailed openrouter-endpoints"]));
    expect(sourceOf(store, "openrouter-models")).toMatchObject({ status: "held", readAt: "2026-08-21T04:00:00Z" });
    expect(sourceOf(store, "openrouter-models")?.why).toContain(cause);
    expect(refreshed.report).toContain("| openrouter-models | held: ");
    // models.dev holds a copy of the list: it is as of that one.
    expect(store.run?.asOf).toBe("2026-08-22");
  });
});

test("a clock a year ahead of every server writes nothing, and says so", async () => {
  const dated = answer(200, good, { date: "Sat, 22 Aug 2026 04:00:00 GMT" });
  await expect(nightWith({ [MODELS_URL]: dated }, "2027-08-22")).rejects.toThrow("the clock of this machine says 2027-08-22");
  const { store } = await nightWith({ [MODELS_URL]: dated }, "2026-08-22");
  expect(store.run?.asOf).toBe("2026-08-22");
});

test("a body over 50 MB is not read to its end", async () => {
  const { out } = await nightWith({});
  upstream.play(new Map([...aQuietUpstream(), [MODELS_URL, flood]]));
  const { report } = await refresh(out, "2026-08-23");
  const store = readStore(out);
  expect(figures(store)).toEqual(figures(before));
  expect([report, sourceOf(store, "openrouter-models")?.why].every((text) => text?.includes("larger than 52428800 bytes"))).toBe(
    true,
  );
});

describe("trouble that passes leaves no trace", () => {
  test.each<[string, RequestListener]>([
    ["429 with Retry-After", inTurn(answer(429, "", { "retry-after": "1" }), answer(200, good))],
    ["429 without", inTurn(answer(429), answer(200, good))],
    ["503 in a burst", inTurn(answer(503), answer(503), answer(200, good))],
    ["a reset, then the body", inTurn(reset, answer(200, good))],
    ["a redirect on the same host", inTurn(answer(302, "", { location: "/openrouter.ai/api/v1/models" }), answer(200, good))],
  ])("%s", async (_, listener) => {
    const { refreshed, store } = await nightWith({ [MODELS_URL]: listener });
    expect(figures(store)).toEqual(figures(before));
    expect([refreshed.isAnythingHeld, sourceOf(store, "openrouter-models")?.readAt]).toEqual([false, "2026-08-22T04:00:00Z"]);
  });
});

describe("a list that came and is not to be believed", () => {
  test.each<[string, string, string]>([
    ["an empty list", modelList([]), "sourceEmpty"],
    ["half the list", modelList(modelRows().slice(0, 6)), "sourceShrink"],
    ["other models instead", modelList(modelRows((row) => ({ ...row, id: `${row["id"]}-x` }))), "sourceShrink"],
    ["rows that are no rows", modelList(modelRows().map(() => 7)), "sourceEmpty"],
  ])("%s is held, with its models", async (_, body, rule) => {
    const { refreshed, store, findings } = await nightWith({ [MODELS_URL]: body, [BY_USE_URL]: body });
    expect(figures(store)).toEqual(figures(before));
    expect(store.models).toEqual(before.models);
    expect([refreshed.isAnythingHeld, findings.includes(`${rule} openrouter-models`)]).toEqual([true, true]);
  });

  test("half the list is believed when it stands for a week: what is gone is gone, with a note", async () => {
    const half = modelList(modelRows().slice(0, 6));
    const first = await nightWith({ [MODELS_URL]: half, [BY_USE_URL]: half });
    const second = await nightWith({ [MODELS_URL]: half, [BY_USE_URL]: half }, "2026-08-23", first.out);
    expect(figures(second.store)).toEqual(figures(before));
    const last = await nightWith({ [MODELS_URL]: half, [BY_USE_URL]: half }, "2026-08-29", second.out);
    expect(last.findings).toContain("acceptedAfterHold openrouter-models");
    expect(last.store.models.filter(({ status, maker }) => maker === "acme" && status === "current")).toHaveLength(6);
  });
});

describe("one row that is wrong is held alone, at its last good price", () => {
  const id = `${NOVA}@openrouter`;
  test.each<[string, string, string]>([
    ["ten times the price", priced({ prompt: "0.00001", completion: "0.00002" }), "priceJump"],
    ["a thousand times the price", priced({ prompt: "0.001", completion: "0.002" }), "priceTooHigh"],
    ["a thousandth of the price", priced({ prompt: "0.000000001", completion: "0.000000002" }), "priceJump"],
    ["a millionth", priced({ prompt: "1e-12", completion: "2e-12" }), "priceJump"],
    ["1e-9 in place of 1e-6", priced({ ...paid, prompt: 1e-9 }), "priceJump"],
    ["more than $1,000", priced({ prompt: "1", completion: "2" }), "priceTooHigh"],
    ["zero", priced({ prompt: "0", completion: "0" }), "priceZero"],
    ["zero for input alone", priced({ ...paid, prompt: "0" }), "priceZero"],
    ["null", priced({ prompt: null, completion: null }), "priceZero"],
    ["no prices", priced({}), "priceZero"],
    ["an amount too small to be one", priced({ prompt: "1e-30", completion: "1e-30" }), "priceZero"],
    ["negative", priced({ prompt: "-0.000001", completion: "0.000002" }), "rowUnreadable"],
    ["NaN", priced({ ...paid, prompt: "NaN" }), "rowUnreadable"],
    ["Infinity", priced({ ...paid, completion: "Infinity" }), "rowUnreadable"],
    ["a table in place of a price", priced({ ...paid, prompt: { usd: 1 } }), "rowUnreadable"],
    ["no pricing at all", priced(null), "rowUnreadable"],
    ["a list in place of pricing", priced([]), "rowUnreadable"],
  ])("%s", async (_, body, rule) => {
    const { refreshed, store, findings } = await nightWith({ [MODELS_URL]: body });
    expect(figures(store)).toEqual(figures(before));
    expect(store.models).toEqual(before.models);
    expect(heldOffers(store)).toEqual([id]);
    expect(store.offers.find((offer) => offer.id === id)?.heldBecause).toMatchObject({ rule, since: "2026-08-22T04:00:00Z" });
    expect(findings.filter((each) => each.startsWith(rule))).toHaveLength(1);
    expect(refreshed.isAnythingHeld).toBe(true);
    expect(refreshed.report).toContain(`### ${rule} (1)`);
  });

  test("the whole list ten times as dear is held row by row", async () => {
    const dear = modelList(modelRows((row) => ({ ...row, pricing: { prompt: "0.00001", completion: "0.00002" } })));
    const { store } = await nightWith({ [MODELS_URL]: dear });
    expect(figures(store)).toEqual(figures(before));
    expect(heldOffers(store)).toHaveLength(12);
  });

  test("an id listed twice with two prices is held, with one price it is not", async () => {
    const twice = (input: string) =>
      modelList([{ ...modelRows()[0], pricing: { prompt: input, completion: "0.000002" } }, ...modelRows()]);
    const other = await nightWith({ [MODELS_URL]: twice("0.000003") });
    expect([figures(other.store), heldOffers(other.store)]).toEqual([figures(before), [id]]);
    const same = await nightWith({ [MODELS_URL]: twice("0.000001") });
    expect([figures(same.store), heldOffers(same.store)]).toEqual([figures(before), []]);
  });

  test("a slip the platform itself shows for three nights is believed, a zero never is", async () => {
    const dear = { [MODELS_URL]: priced({ prompt: "0.00001", completion: "0.00002" }) };
    const first = await nightWith(dear);
    const second = await nightWith(dear, "2026-08-23", first.out);
    expect([figures(second.store), heldOffers(second.store)]).toEqual([figures(before), [id]]);
    const third = await nightWith(dear, "2026-08-24", second.out);
    expect([heldOffers(third.store), third.refreshed.isAnythingHeld]).toEqual([[], false]);
    expect(third.findings).toContain(`acceptedAfterHold openrouter-models openrouter|||standard|||${NOVA}`);
    const zero = { [MODELS_URL]: priced({ prompt: "0", completion: "0" }) };
    const free = await nightWith(zero, "2026-08-23", (await nightWith(zero)).out);
    expect([figures(free.store), heldOffers(free.store)]).toEqual([figures(before), [id]]);
  });
});
