import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { networkIo } from "../scripts/night/network/network.ts";
import { type Refreshed, refreshData } from "../scripts/night/pipeline/refresh-data.ts";
import { readStore, type Store, storeFiles } from "../scripts/night/pipeline/store.ts";
import { LITELLM_URL } from "../scripts/night/sources/litellm/litellm.ts";
import { MODELS_DEV_URL } from "../scripts/night/sources/models-dev/models-dev.ts";
import { BY_USE_URL, MODELS_URL } from "../scripts/night/sources/openrouter/openrouter-list.ts";
import { xaiPricingPage } from "../scripts/night/sources/price-pages/xai-pricing-page.ts";
import {
  type Answer,
  aQuietUpstream,
  CATALOGUE_URL,
  type FakeUpstream,
  hostList,
  hostsUrlOf,
  modelList,
  modelRows,
  NOVA,
  startFakeUpstream,
} from "./builders/a-fake-upstream.ts";
import { writeSmallCurated } from "./builders/a-small-curated.ts";
import { anEndpoint } from "./fixtures/openrouter-rows.ts";

/** A night that goes wrong, against a server that plays upstream: what is written is good or held, and the report says what happened. */

const folder = mkdtempSync(join(tmpdir(), "token-parity-faults-"));
const curated = join(folder, "curated");
const quiet = join(folder, "quiet");
let upstream: FakeUpstream;
let before: Store;

beforeAll(async () => {
  writeSmallCurated(curated);
  upstream = await startFakeUpstream();
  upstream.play(aQuietUpstream());
  const night = await refresh(quiet, "2026-08-21");
  expect(night.isAnythingHeld).toBe(false);
  before = readStore(quiet);
}, 60_000);

afterAll(async () => {
  await upstream.close();
  rmSync(folder, { recursive: true });
});

const refresh = (out: string, day: string, timeoutMs = 250): Promise<Refreshed> =>
  refreshData({
    io: networkIo({
      ...{ cacheDir: `${out}-cache`, now: () => new Date(`${day}T04:00:00Z`), mirror: upstream.mirror },
      ...{ timeoutMs, retries: 2, baseDelayMs: 1, maxRetryAfterMs: 1_500 },
    }),
    out,
    curated,
    isDryRun: false,
    progress: { start: () => undefined, stop: () => undefined },
  });

interface Night {
  readonly refreshed: Refreshed;
  readonly store: Store;
  /** `rule subject` of everything held or noted tonight. */
  readonly findings: readonly string[];
}

/** The night after a quiet one, with these answers instead. The store is read back: every row passes its schema. */
async function nightWith(
  faults: Readonly<Record<string, Answer>>,
  day = "2026-08-22",
  from = quiet,
): Promise<Night & { out: string }> {
  const out = mkdtempSync(join(folder, "night-"));
  cpSync(from, out, { recursive: true });
  upstream.play(new Map([...aQuietUpstream(), ...Object.entries(faults)]));
  const refreshed = await refresh(out, day);
  const store = readStore(out);
  expect(() => storeFiles(store)).not.toThrow();
  return { refreshed, store, findings: (store.run?.findings ?? []).map(({ rule, subject }) => `${rule} ${subject}`), out };
}

const figures = ({ offers }: Store) =>
  Object.fromEntries(offers.map(({ id, prices, conditions, unitPrices }) => [id, { prices, conditions, unitPrices }]));
const heldOffers = ({ offers }: Store) => offers.filter(({ heldBecause }) => heldBecause !== null).map(({ id }) => id);
const sourceOf = ({ run }: Store, id: string) => run?.sources.find((source) => source.id === id);

const answer =
  (status: number, body: string | Buffer = "", headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };

/** Each answer once, the last for ever. */
function inTurn(...answers: readonly RequestListener[]): RequestListener {
  let asked = 0;
  return (request, response) => {
    const next = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    next?.(request, response);
  };
}

const good = modelList(modelRows());
const withRow = (change: (row: Record<string, unknown>) => Record<string, unknown>) =>
  modelList(modelRows((row) => (row["id"] === NOVA ? change(row) : row)));
const priced = (pricing: unknown) => withRow((row) => ({ ...row, pricing }));
const paid = { prompt: "0.000001", completion: "0.000002" };

const drip: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};

const flood: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const chunk = Buffer.alloc(1024 * 1024, " ");
  let sent = 0;
  const more = (): void => {
    while (sent < 51) {
      sent += 1;
      if (!response.write(chunk)) {
        response.once("drain", more);
        return;
      }
    }
    response.end("[]");
  };
  response.on("error", () => response.destroy());
  more();
};

const reset: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-length": String(good.length) });
  response.write(good.slice(0, good.length / 2), () => response.destroy());
};

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
    const { refreshed, store, findings } = await nightWith({ [MODELS_URL]: listener });
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

test("a body over 50 MB is not read to its end", async () => {
  const { out } = await nightWith({});
  upstream.play(new Map([...aQuietUpstream(), [MODELS_URL, flood]]));
  const { report } = await refresh(out, "2026-08-23", 10_000);
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

  test("half the list is believed on the second day: what is gone is gone, with a note", async () => {
    const half = modelList(modelRows().slice(0, 6));
    const first = await nightWith({ [MODELS_URL]: half, [BY_USE_URL]: half });
    const second = await nightWith({ [MODELS_URL]: half, [BY_USE_URL]: half }, "2026-08-23", first.out);
    expect(second.findings).toContain("acceptedAfterHold openrouter-models");
    expect(second.store.models.filter(({ status, maker }) => maker === "acme" && status === "current")).toHaveLength(6);
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

  test("a slip seen again the next day is believed, a zero never is", async () => {
    const dear = { [MODELS_URL]: priced({ prompt: "0.00001", completion: "0.00002" }) };
    const first = await nightWith(dear);
    const second = await nightWith(dear, "2026-08-23", first.out);
    expect([heldOffers(second.store), second.refreshed.isAnythingHeld]).toEqual([[], false]);
    expect(second.findings).toContain(`acceptedAfterHold openrouter-models openrouter|||standard|||${NOVA}`);
    const zero = { [MODELS_URL]: priced({ prompt: "0", completion: "0" }) };
    const free = await nightWith(zero, "2026-08-23", (await nightWith(zero)).out);
    expect([figures(free.store), heldOffers(free.store)]).toEqual([figures(before), [id]]);
  });
});

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
    const one = await nightWith({ [hostsUrlOf(NOVA)]: answer(500) });
    expect([figures(one.store), heldOffers(one.store)]).toEqual([figures(before), [`${NOVA}@openrouter;host=acme`]]);
    expect(one.findings.some((each) => each.startsWith("bodyLost openrouter-endpoints"))).toBe(true);
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
    const body: unknown = JSON.parse(readFileSync("tests/fixtures/models-dev.json", "utf8"));
    const row = { id: NOVA, name: "Nova", cost: { input: 0.5, output: 1 }, limit: { context: 1000, output: 1000 } };
    const brandNew = { id: "brand-new", name: "Brand New", models: { [NOVA]: row } };
    const news = { [MODELS_DEV_URL]: JSON.stringify(Object.assign({}, body, { "brand-new": brandNew })) };
    const { refreshed, store, findings, out } = await nightWith(news);
    expect([figures(store), refreshed.isAnythingHeld]).toEqual([figures(before), true]);
    expect(findings).toContain("platformUnknown brand-new");
    expect(refreshed.report).toContain("1 row of models.dev left out: nobody has written this platform down");
    const table = join(curated, "platforms.json");
    const text = readFileSync(table, "utf8");
    const platforms = z.array(z.looseObject({ id: z.string() })).parse(JSON.parse(text));
    writeFileSync(table, JSON.stringify([...platforms, { ...platforms[0], id: "brand-new" }]));
    const next = await nightWith(news, "2026-08-23", out).finally(() => writeFileSync(table, text));
    expect([next.findings.includes("platformUnknown brand-new"), next.refreshed.isAnythingHeld]).toEqual([false, false]);
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
