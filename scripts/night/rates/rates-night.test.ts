import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { addDays } from "../../../src/domain/money/days.ts";
import { ExchangeRates, rateDay, ratesOn as ratesOnDay } from "../../../src/domain/money/exchange-rate.ts";
import { networkIo } from "../network/network.ts";
import { EMPTY_STORE, readStore, storeFiles, writeFiles } from "../pipeline/store.ts";
import type { Io } from "../sources/source.ts";
import { ECB_RATES_URL, parseEcbRates } from "./ecb-rates.ts";
import { type RatesNight, ratesTonight, withRates } from "./rates-night.ts";

const XML = await readFile("tests/fixtures/ecb-rates.xml", "utf8");
const undo: (() => Promise<unknown> | unknown)[] = [];

afterEach(async () => {
  for (const each of undo.splice(0)) await each();
});

const folder = async () => {
  const dir = await mkdtemp(join(tmpdir(), "token-parity-rates-"));
  undo.push(() => rm(dir, { recursive: true }));
  return dir;
};

/** The bank on loopback; gives the night's door to it and what was asked. */
async function bank(status: number, body: string): Promise<{ io: Io; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(status, { "content-type": "text/xml" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  undo.push(() => server.close());
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const cacheDir = await folder();
  const now = () => new Date("2026-11-20T22:00:00Z");
  return { io: networkIo({ cacheDir, now, retries: 0, timeoutMs: 30_000, mirror: `http://127.0.0.1:${port}` }), asked };
}

const ratesOn = (USD: string, day = "2026-11-19"): ExchangeRates =>
  ExchangeRates.parse({
    day,
    url: ECB_RATES_URL,
    readAt: `${day}T22:00:00Z`,
    perEuro: { USD, CHF: "0.928", CNY: "8.12", GBP: "0.87" },
  });

test("a night reads the bank's rates over the wire, keeps them by day and says when", async () => {
  const { io, asked } = await bank(200, XML);
  const night = await ratesTonight(io, { rates: [ratesOn("1.15")], run: null });
  expect(asked).toEqual(["/www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml"]);
  expect(night.rates.map(({ day, perEuro }) => `${day} ${perEuro.USD}`)).toEqual(["2026-11-19 1.15", "2026-11-20 1.1600"]);
  expect(night.rates.at(-1)?.perEuro).toEqual({
    USD: "1.1600",
    CHF: "0.928",
    CNY: "8.12",
    GBP: "0.87",
    JPY: "171.25",
    INR: "103.24",
  });
  expect(night.status).toMatchObject({ id: "ecb-rates", status: "fresh", readAt: "2026-11-20T22:00:00Z", readings: 6 });
  expect(night.findings).toEqual([]);
});

test("rates go to a file of their own and come back from it", async () => {
  const dir = await folder();
  const run = { schemaVersion: 1 as const, asOf: "2026-11-20", sources: [], findings: [] };
  const rates = [ratesOn("1.15"), parseEcbRates({ url: ECB_RATES_URL, readAt: "2026-11-20T22:00:00Z", content: XML })];
  writeFiles(dir, storeFiles(withRates({ ...EMPTY_STORE, run }, { rates, status: null, findings: [] })));
  expect(readStore(dir).rates).toEqual(rates);
  expect(storeFiles(EMPTY_STORE).has("exchange-rates.jsonl")).toBe(false);
});

test.each([
  ["an error page", 503, "down", /503/],
  ["a page without rates", 200, "<html></html>", /0 days of rates/],
  ["a list without the dollar", 200, XML.replace("'USD'", "'XXX'"), /perEuro\.USD/],
  ["a dollar twice", 200, XML.replace("'JPY'", "'USD'"), /a currency stands twice/],
  [
    "two days at once",
    200,
    XML.replace("</Cube>\n\t</Cube>", "</Cube><Cube time='2026-11-19'></Cube>\n\t</Cube>"),
    /2 days of rates/,
  ],
])("%s is a finding, and the kept rates stand", async (_what, status, body, why) => {
  const { io } = await bank(status, body);
  const night = await ratesTonight(io, { rates: [ratesOn("1.15")], run: null });
  expect(night.rates).toEqual([ratesOn("1.15")]);
  expect(night.findings).toMatchObject([{ rule: "ratesFailed", action: "hold", subject: "ecb-rates" }]);
  expect(night.findings[0]?.detail).toMatch(why);
});

test("a list without the rupee, which no platform bills in, is kept without it", async () => {
  const { io } = await bank(200, XML.replace("'INR'", "'XXX'"));
  const night = await ratesTonight(io, { rates: [ratesOn("1.15")], run: null });
  expect(Object.keys(night.rates.at(-1)?.perEuro ?? {})).toEqual(["USD", "CHF", "CNY", "GBP", "JPY"]);
  expect(night.status).toMatchObject({ status: "fresh", readings: 5 });
});

/** The bank's list of so many days after 20 November, with some rates as they never were. */
const listOn = (days: number, perEuro: Readonly<Record<string, string>>): string =>
  Object.entries(perEuro).reduce(
    (xml, [currency, rate]) => xml.replace(new RegExp(`(currency='${currency}' rate=')[\\d.]+`), `$1${rate}`),
    XML.replace("2026-11-20", addDays("2026-11-20", days)),
  );

/** Nights with these lists of the bank, one after the other: what each of them knows. */
async function nightsWith(lists: readonly string[]): Promise<readonly RatesNight[]> {
  const nights: RatesNight[] = [];
  for (const list of lists)
    nights.push(await ratesTonight((await bank(200, list)).io, { rates: nights.at(-1)?.rates ?? [], run: null }));
  return nights;
}

const findingsOf = (nights: readonly RatesNight[]) =>
  nights.map(({ findings }) => findings.map(({ action, rule }) => `${action} ${rule}`));
const newestOf = (nights: readonly RatesNight[], currency: "USD" | "CHF" | "GBP" | "JPY") =>
  nights.map(({ rates }) => rates.at(-1)?.perEuro[currency]);
const HELD = ["hold ratesFailed"];

test.each([
  ["a dollar at three times yesterday's", "USD", "3.48", "1.1600", /USD went to 3\.00 times what it was on 2026-11-20/],
  ["a yen at a fifth more than the day before", "JPY", "205.50", "171.25", /JPY went to 1\.20 times what it was on 2026-11-20/],
] as const)("%s is a finding, and holds that rate alone", async (_what, currency, rate, kept, why) => {
  const [, night] = await nightsWith([XML, listOn(1, { [currency]: rate, GBP: "0.88" })]);
  const row = night?.rates.at(-1);
  expect([row?.day, row?.perEuro[currency], row?.perEuro.GBP]).toEqual(["2026-11-21", kept, "0.88"]);
  expect(row?.held).toEqual({ [currency]: { day: "2026-11-20", refused: rate } });
  expect(night?.findings).toMatchObject([{ rule: "ratesFailed", action: "hold", scope: "source", subject: "ecb-rates" }]);
  expect(night?.findings[0]?.detail).toMatch(why);
  expect(night?.findings[0]?.detail).toMatch(/until it has stood for 3 of the bank's days \(1 so far\)/);
  expect(night?.status).toMatchObject({ status: "fresh", why: null });
});

test("a step that stands for three of the bank's days is believed, and said to be", async () => {
  const nights = await nightsWith([XML, ...[1, 2, 3, 4].map((days) => listOn(days, { CHF: `0.8${days}` }))]);
  expect(newestOf(nights, "CHF")).toEqual(["0.928", "0.928", "0.928", "0.83", "0.84"]);
  expect(findingsOf(nights)).toEqual([[], HELD, HELD, ["note acceptedAfterHold"], []]);
  expect(nights[2]?.findings[0]?.detail).toMatch(/2 so far/);
  expect(nights[3]?.findings[0]?.detail).toMatch(/CHF went to 0\.89 times what it was on 2026-11-20.*accepted/);
  expect(nights[3]?.rates.at(-1)?.held).toBeUndefined();
});

test("the same day read again is no second day", async () => {
  const stepped = [1, 2].map((days) => listOn(days, { CHF: "0.80" }));
  const nights = await nightsWith([
    XML,
    stepped[0] ?? "",
    stepped[0] ?? "",
    stepped[0] ?? "",
    stepped[1] ?? "",
    stepped[1] ?? "",
  ]);
  expect(new Set(newestOf(nights, "CHF"))).toEqual(new Set(["0.928"]));
  expect(nights[3]).toEqual(nights[1]);
  const [believed, again] = await nightsWith([XML, ...stepped, listOn(3, { CHF: "0.80" }), listOn(3, { CHF: "0.80" })]).then(
    (all) => all.slice(-2),
  );
  expect(again).toEqual(believed);
});

test.each([
  ["a slip of one day", ["0.0928", "0.93"], ["0.928", "0.93"], [HELD, []]],
  ["slips that do not agree", ["0.0928", "9.28", "92.8"], ["0.928", "0.928", "0.928"], [HELD, HELD, HELD]],
  [
    "a slip within a step",
    ["0.80", "8.0", "0.80", "0.80", "0.81"],
    ["0.928", "0.928", "0.928", "0.928", "0.81"],
    [HELD, HELD, HELD, HELD, ["note acceptedAfterHold"]],
  ],
] as const)("%s: only what stands is believed", async (_what, rates, kept, findings) => {
  const nights = await nightsWith([XML, ...rates.map((CHF, index) => listOn(index + 1, { CHF }))]);
  expect(newestOf(nights, "CHF").slice(1)).toEqual(kept);
  expect(findingsOf(nights).slice(1)).toEqual(findings);
});

test("a rate may have moved further in the months nobody read it", async () => {
  const moved = { CHF: "1.07" };
  expect(findingsOf(await nightsWith([XML, listOn(1, moved)]))).toEqual([[], HELD]);
  expect(findingsOf(await nightsWith([XML, listOn(120, moved)]))).toEqual([[], []]);
});

test("a list on which every rate leapt leaves all as they were", async () => {
  const leapt = listOn(1, { USD: "11.6", CHF: "9.28", CNY: "81.2", GBP: "8.7", JPY: "1712.5", INR: "1032.4" });
  const [first] = await nightsWith([XML]);
  const rates = first?.rates ?? [];
  const night = await ratesTonight((await bank(200, leapt)).io, { rates, run: null });
  expect(night.findings).toHaveLength(6);
  expect(ratesOnDay(night.rates, "2026-11-21")?.perEuro).toEqual(rates[0]?.perEuro);
});

test("a step of the franc, lived through: a rate says of which day it is", async () => {
  const nights = await nightsWith([XML, ...[1, 2, 3].map((days) => listOn(days, { CHF: "0.80" }))]);
  const days = nights.map(({ rates }, index) => {
    const rate = ratesOnDay(rates, addDays("2026-11-20", index));
    return rate === null ? null : rateDay(rate, "CHF");
  });
  expect(days).toEqual(["2026-11-20", "2026-11-20", "2026-11-20", "2026-11-23"]);
});

test("a recording without the bank's page is as it was", async () => {
  const io: Io = { getJson: async () => null, getText: async () => null, recordedUrls: () => [] };
  expect(await ratesTonight(io, { rates: [ratesOn("1.15")], run: null })).toEqual({
    rates: [ratesOn("1.15")],
    status: null,
    findings: [],
  });
});

test("the same day read again stands once", async () => {
  const { io } = await bank(200, XML);
  const night = await ratesTonight(io, { rates: [ratesOn("1.15", "2026-11-20")], run: null });
  expect(night.rates.map(({ perEuro }) => perEuro.USD)).toEqual(["1.1600"]);
  expect(parseEcbRates({ url: ECB_RATES_URL, readAt: "2026-11-20T22:00:00Z", content: XML })).toEqual(night.rates[0]);
});
