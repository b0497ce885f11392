import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readStore } from "../../scripts/night/pipeline/store.ts";
import { LITELLM_URL } from "../../scripts/night/sources/litellm/litellm.ts";
import { MODELS_DEV_URL } from "../../scripts/night/sources/models-dev/models-dev.ts";
import { MODELS_URL } from "../../scripts/night/sources/openrouter/openrouter-list.ts";
import { xaiPricingPage } from "../../scripts/night/sources/price-pages/xai-pricing-page.ts";
import {
  type Answer,
  aQuietUpstream,
  CATALOGUE_URL,
  hostList,
  hostsUrlOf,
  modelList,
  modelRows,
  NOVA,
} from "../builders/a-fake-upstream.ts";
import { anEndpoint } from "../fixtures/openrouter-rows.ts";
import {
  answer,
  before,
  curated,
  figures,
  folder,
  heldOffers,
  nightWith,
  paid,
  playFaultyNights,
  priced,
  refresh,
  sourceOf,
  upstream,
  withRow,
} from "./faulty-nights.ts";

/** A night that goes wrong, against a server that plays upstream: what is written is good or held, and the report says what happened. */

playFaultyNights();

describe("one row that is odd goes through", () => {
  test("numbers where texts were", async () => {
    const { refreshed, store } = await nightWith({ [MODELS_URL]: priced({ prompt: 0.000001, completion: 0.000002 }) });
    expect([figures(store), refreshed.isAnythingHeld]).toEqual([figures(before), false]);
  });

  test("a new pricing key is reported and marks the offer", async () => {
    const { refreshed, store, findings } = await nightWith({ [MODELS_URL]: priced({ ...paid, thinking_surcharge: "0.001" }) });
    expect(store.offers.find(({ id }) => id === `${NOVA}@openrouter`)).toMatchObject({
      status: "current",
      unreadMeters: ["thinking_surcharge"],
    });
    expect(findings).toContain(`unreadMeter openrouter-models openrouter|||standard|||${NOVA}`);
    expect(refreshed.isAnythingHeld).toBe(false);
  });

  test.each([
    ["markup", '<script>alert("x")</script><img src=x onerror=alert(1)>'],
    ["quotes and Markdown", `"'\`|[x](javascript:alert(1))<!-- =cmd|'/C calc'!A0`],
    ["marks that turn the direction", "Nova \u202e9 evon\u202c\u200f"],
    ["controls", "Nova\u0000\u0007\n# 9\r\n| a | b |"],
    ["10,000 characters", "N".repeat(10_000)],
    ["half of a character", "Nova \ud83d"],
  ])("a name of %s", async (_, name) => {
    const { refreshed, store } = await nightWith({ [MODELS_URL]: withRow((row) => ({ ...row, name })) });
    expect(figures(store)).toEqual(figures(before));
    expect(refreshed.isAnythingHeld).toBe(false);
    expect(["<script", "<img", "\u202e", "\u0000"].filter((text) => refreshed.report.includes(text))).toEqual([]);
    expect(store.models.find(({ id }) => id === NOVA)?.name.length).toBeLessThanOrEqual(200);
  });

  test.each([
    "acme/<script>",
    "acme/nova\u202e1",
    '../"; rm',
    `acme/${"n".repeat(10_000)}`,
    "__proto__",
    "constructor/__proto__",
  ])("a row with the id %j is left out or escaped", async (id) => {
    const { refreshed, store } = await nightWith({ [MODELS_URL]: modelList([...modelRows(), { ...modelRows()[0], id }]) });
    expect(figures(store)).toMatchObject(figures(before));
    expect(refreshed.report).not.toMatch(/<script|\u202e/);
  });
});

describe("other sources", () => {
  test("one host list that fails holds its rows; many hold the source", async () => {
    const night = await nightWith({ [hostsUrlOf(NOVA)]: answer(500) });
    expect([figures(night.store), heldOffers(night.store)]).toEqual([figures(before), [`${NOVA}@openrouter;host=acme`]]);
    expect(night.findings.some((each) => each.startsWith("bodyLost openrouter-endpoints"))).toBe(true);
    const many = Object.fromEntries([1, 2, 3].map((n) => [hostsUrlOf(`acme/nova-${n}`), answer(500)]));
    const all = await nightWith(many);
    expect([figures(all.store), all.findings]).toEqual([
      figures(before),
      expect.arrayContaining(["sourceFailed openrouter-endpoints"]),
    ]);
  });

  test("a host that slips by a thousand is held; two hosts under one tag are two offers", async () => {
    const slip = hostList(NOVA, [anEndpoint({ pricing: { prompt: "0.0001", completion: "0.0002" } })]);
    const { store } = await nightWith({ [hostsUrlOf(NOVA)]: slip });
    expect([figures(store), heldOffers(store)]).toEqual([figures(before), [`${NOVA}@openrouter;host=acme`]]);
    const two = hostList(NOVA, [anEndpoint(), anEndpoint({ pricing: { prompt: "0.000003", completion: "0.000004" } })]);
    const more = await nightWith({ [hostsUrlOf(NOVA)]: two });
    expect(more.store.offers.map(({ id }) => id)).toContain(`${NOVA}@openrouter;host=acme;variant=#2`);
  });

  test.each<[string, string, Answer]>([
    ["models.dev", MODELS_DEV_URL, "{}"],
    ["models.dev", MODELS_DEV_URL, '{"anthropic":'],
    ["litellm", LITELLM_URL, "[]"],
    ["litellm", LITELLM_URL, "{}"],
    ["xai-pricing", xaiPricingPage.url, "# Moved\n\nSee elsewhere.\n"],
    ["xai-pricing", xaiPricingPage.url, "<!doctype html><p>Please log in"],
  ])("%s with another body is held", async (source, url, body) => {
    const { refreshed, store } = await nightWith({ [url]: body });
    expect([figures(store), refreshed.isAnythingHeld, sourceOf(store, source)?.status]).toEqual([figures(before), true, "held"]);
  });

  test("a platform nobody has written down waits, and sells from the night after somebody did", async () => {
    const body: unknown = JSON.parse(String(aQuietUpstream().get(MODELS_DEV_URL)));
    const row = { id: NOVA, name: "Nova", cost: { input: 0.5, output: 1 }, limit: { context: 1000, output: 1000 } };
    const brandNew = { id: "brand-new", name: "Brand New", models: { [NOVA]: row } };
    const news = { [MODELS_DEV_URL]: JSON.stringify(Object.assign({}, body, { "brand-new": brandNew })) };
    const { refreshed, store, findings, out } = await nightWith(news);
    expect([figures(store), refreshed.isAnythingHeld]).toEqual([figures(before), true]);
    expect(findings).toContain("platformUnknown platforms.json");
    expect(refreshed.report).toContain("1 platform nobody has written down");
    const table = join(curated, "platforms.json");
    const text = readFileSync(table, "utf8");
    const platforms = z.array(z.looseObject({ id: z.string() })).parse(JSON.parse(text));
    writeFileSync(table, JSON.stringify([...platforms, { ...platforms[0], id: "brand-new" }]));
    const next = await nightWith(news, "2026-08-23", out).finally(() => writeFileSync(table, text));
    expect([next.findings.includes("platformUnknown platforms.json"), next.refreshed.isAnythingHeld]).toEqual([false, false]);
    expect(next.store.offers.map(({ id }) => id)).toContain(`${NOVA}@brand-new`);
  });

  test("everything failing at once keeps everything", async () => {
    const all = Object.fromEntries([...aQuietUpstream().keys()].map((url) => [url, answer(503)]));
    const { refreshed, store } = await nightWith(all);
    expect([figures(store), refreshed.isAnythingHeld]).toEqual([figures(before), true]);
  });

  test("a first night that reads only a copy of OpenRouter's list is dated by the copy", async () => {
    const out = mkdtempSync(join(folder, "first-"));
    upstream.play(new Map([...aQuietUpstream(), [MODELS_URL, answer(503)], [MODELS_DEV_URL, answer(503)]]));
    await refresh(out, "2026-08-22");
    expect(readStore(out).run?.asOf).toBe("2026-08-07");
  });

  test("a first night without a clock writes nothing", async () => {
    const out = mkdtempSync(join(folder, "first-"));
    const lists = [MODELS_URL, MODELS_DEV_URL, CATALOGUE_URL].map((url) => [url, answer(503)] as const);
    upstream.play(new Map([...aQuietUpstream(), ...lists]));
    await expect(refresh(out, "2026-08-22")).rejects.toThrow(/no clock: .*503/);
    expect(readStore(out).run).toBeNull();
  });
});

test.each([
  ["ten times as dear", { prompt: "0.00001", completion: "0.00002" }],
  ["a new price list", { prompt: "0.000006", completion: "0.0000065" }],
])("the same bodies again change no byte: %s", async (_, pricing) => {
  const { out } = await nightWith({ [MODELS_URL]: priced(pricing) });
  expect((await refresh(out, "2026-08-22")).changedFiles).toEqual([]);
});
