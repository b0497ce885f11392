import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { ExchangeRates } from "../../../src/domain/money/exchange-rate.ts";
import { networkIo } from "../network/network.ts";
import { EMPTY_STORE, readStore, storeFiles, writeFiles } from "../pipeline/store.ts";
import type { Io } from "../sources/source.ts";
import { ECB_RATES_URL, parseEcbRates } from "./ecb-rates.ts";
import { ratesTonight, withRates } from "./rates-night.ts";

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
  ["a dollar at three times yesterday's", 200, XML.replace("1.1600", "3.48"), /USD went to 3\.03 times/],
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

test("a yen at a fifth more than the day before is a finding", async () => {
  const first = await ratesTonight((await bank(200, XML)).io, { rates: [], run: null });
  const next = XML.replace("2026-11-20", "2026-11-21").replace("171.25", "205.50");
  const night = await ratesTonight((await bank(200, next)).io, { rates: first.rates, run: null });
  expect(night.rates).toEqual(first.rates);
  expect(night.findings[0]?.detail).toMatch(/JPY went to 1\.20 times what it was on 2026-11-20/);
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
