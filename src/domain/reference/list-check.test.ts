import { expect, test } from "vitest";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { Prices } from "../offer/meter.ts";
import type { SecondReading } from "../offer/offer.ts";
import type { Sellers } from "../offer/seller.ts";
import { SOURCE_IDS } from "../source/sources.ts";
import { listDispute } from "./list-check.ts";

const SELLERS: Sellers = new Map([
  ["acme", aSeller({ kind: "direct", listMakers: ["acme"], hosts: ["acme-studio"] })],
  ["openrouter", aSeller({ kind: "router" })],
]);

/** `list-prices 0.4/1.6 2026-10-07` → its source, prices and day. */
function voice(line: string) {
  const [name, price = "", day] = line.split(" ");
  const id = SOURCE_IDS.find((each) => each === name) ?? "models.dev";
  const [input = "", output = ""] = price.split("/");
  return {
    prices: { input, output },
    source: { id, url: `https://${id}.example`, readAt: `${day}T00:00:00Z`, hand: "first" },
  } as const;
}
const own = (line: string, change: OfferOverrides = {}) =>
  anOffer({ platform: "acme", evidence: "transcribed", ...voice(line), ...change });
const host = (line: string) => anOffer({ platform: "openrouter", host: "acme-studio", ...voice(line), age: "expired" });

const said = (list: ReturnType<typeof own>, seconds: readonly string[], hosts: readonly string[]) => {
  const readings = seconds.map((line): SecondReading => {
    const { prices, source } = voice(line);
    return { offer: list.id, source, prices: Prices.decode(prices), conditions: [], changedAt: null };
  });
  const dispute = listDispute([list, ...hosts.map(host)], "acme", SELLERS, () => readings);
  const text = ({ source, day, prices }: NonNullable<typeof dispute>["list"]) =>
    `${source} ${(prices.input ?? 0) / 1e6}/${(prices.output ?? 0) / 1e6} ${day}`;
  return dispute === null ? null : `${text(dispute.list)}, ${text(dispute.other)}`;
};

const PAGE = "list-prices 0.4/1.6 2026-10-07";

test.each([
  ["a later catalogue", own(PAGE), ["models.dev 0.5/2 2026-11-01"], [], `${PAGE}, models.dev 0.5/2 2026-11-01`],
  [
    "its endpoint on OpenRouter, read later",
    own(PAGE),
    ["models.dev 0.4/1.6 2026-11-01"],
    ["openrouter-endpoints 0.32/1.28 2026-11-18"],
    `${PAGE}, openrouter-endpoints 0.32/1.28 2026-11-18`,
  ],
  [
    "a catalogue that shows another price in the place of an older page",
    own("pi-ai 0.3/1.2 2026-11-20", { evidence: "reported" }),
    ["list-prices 0.4/1.6 2026-10-03"],
    [],
    "list-prices 0.4/1.6 2026-10-03, pi-ai 0.3/1.2 2026-11-20",
  ],
  [
    "a catalogue beside its endpoint, where nobody read the page",
    own("models.dev 0.7/2.8 2026-07-30", { evidence: "reported" }),
    [],
    ["openrouter-endpoints 0.104/0.416 2026-08-08"],
    "openrouter-endpoints 0.104/0.416 2026-08-08, models.dev 0.7/2.8 2026-07-30",
  ],
])("a list price is disputed by %s", (_, list, seconds, hosts, expected) => {
  expect(said(list, seconds, hosts)).toBe(expected);
});

const AT_NIGHT = { utc: ["10:00", "01:00"], prices: { input: "0.2", output: "0.8" } } as const;

test.each([
  [
    "what was said before the page was read",
    own(PAGE),
    ["models.dev 0.5/2 2026-09-30"],
    ["openrouter-endpoints 0.5/2 2026-08-08"],
  ],
  ["a rounding", own(PAGE), ["models.dev 0.401/1.6 2026-11-01"], []],
  ["what was said before the price took effect", own(PAGE, { effectiveFrom: "2026-11-10" }), ["models.dev 0.5/2 2026-11-01"], []],
  ["the price of another hour", own(PAGE, { conditions: [AT_NIGHT] }), ["pi-ai 0.2/0.8 2026-11-20"], []],
  [
    "a catalogue alone, where neither page nor endpoint was read",
    own("models.dev 1/2 2026-09-30"),
    ["litellm 3/4 2026-08-21"],
    [],
  ],
])("a list price is not disputed by %s", (_, list, seconds, hosts) => {
  expect(said(list, seconds, hosts)).toBeNull();
});
