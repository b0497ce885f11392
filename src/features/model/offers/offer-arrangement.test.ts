import { expect, test } from "vitest";
import { aSeller } from "../../../../tests/builders/a-schedule.ts";
import { aSheet } from "../../../../tests/builders/a-sheet.ts";
import { anOffer, type OfferOverrides } from "../../../../tests/builders/an-offer.ts";
import { isPromptCondition } from "../../../domain/offer/condition.ts";
import { foldRow } from "../offer-columns.ts";
import { offerLinesOf } from "../offer-table.ts";
import { arrangedOffers, type OfferChunk, offersByTier } from "./offer-arrangement.ts";

const sellers = new Map([
  ["acme", aSeller({ kind: "direct", listMakers: ["acme"] })],
  ["azure", aSeller({ kind: "cloud" })],
]);
const list = { input: "1", output: "2" };
const linesOf = (offers: readonly OfferOverrides[]) => offerLinesOf(aSheet(offers), sellers, () => null);
const shown = (chunks: readonly OfferChunk[]) =>
  chunks.map(({ title, fold, rows }) => [title, fold, rows.map(({ offer }) => offer.platform)]);
const chunksOf = (offers: readonly OfferOverrides[]) => shown(arrangedOffers(linesOf(offers)));
const at = (platforms: readonly string[], prices = list): readonly OfferOverrides[] =>
  platforms.map((platform) => ({ platform, prices }));

test("the maker, the clouds and OpenRouter stand before the others, whatever they cost", () => {
  expect(chunksOf([...at(["cheap"], { input: "0.1", output: "0.1" }), ...at(["openrouter", "azure", "acme"])])).toEqual([
    ["Main platforms", null, ["acme", "azure", "openrouter"]],
    ["Other platforms", null, ["cheap"]],
  ]);
});

test("three sellers at one price stand behind one row, two do not", () => {
  expect(chunksOf(at(["acme", "a", "b", "c"]))).toEqual([
    ["Main platforms", null, ["acme"]],
    ["Other platforms", "list", ["a", "b", "c"]],
  ]);
  expect(chunksOf(at(["acme", "a", "b"]))).toEqual([
    ["Main platforms", null, ["acme"]],
    ["Other platforms", null, ["a", "b"]],
  ]);
  expect(chunksOf([...at(["acme"]), ...at(["a", "b", "c"], { input: "3", output: "2" })])[1]?.[1]).toBe("price");
});

test("two at one price stay each at its own place: one of them may charge a fee", () => {
  const ranked = linesOf([...at(["a", "c"], { input: "3", output: "2" }), ...at(["b"], { input: "4", output: "2" })]);
  const byFee = ranked.toSorted((one, other) => (one.offer.platform < other.offer.platform ? -1 : 1));
  expect(shown(arrangedOffers(byFee))).toEqual([["Other platforms", null, ["a", "b", "c"]]]);
});

test("a price that does not count is not folded with those that do", () => {
  const old = { age: "expired" } as const;
  const folded = chunksOf([...at(["acme", "a", "b", "c"]), ...at(["d", "e", "f"]).map((offer) => ({ ...offer, ...old }))]);
  expect(folded.map(([, fold, rows]) => [fold, rows])).toEqual([
    [null, ["acme"]],
    ["list", ["a", "b", "c"]],
    ["list", ["d", "e", "f"]],
  ]);
});

test("an unstated cache price folds with one that is billed the same, not with another", () => {
  const cached = (platform: string, cacheRead: string) => ({ platform, prices: { ...list, cacheRead } });
  expect(chunksOf([...at(["a", "b"]), cached("c", "1"), cached("d", "0.1")])).toEqual([
    ["Other platforms", "list", ["a", "b", "c"]],
    [null, null, ["d"]],
  ]);
});

test("what bills long prompts at an assumed card folds with others that do, not with one that bills them at its base card", () => {
  const [tier] = anOffer({ conditions: [{ promptTokensAbove: 272_000, prices: { input: "2" } }] }).conditions.filter(
    isPromptCondition,
  );
  const assumedTiers = tier === undefined ? [] : [tier];
  const copies = at(["a", "b", "c"]).map((offer) => ({ ...offer, assumedTiers }));
  expect(chunksOf([...at(["acme", "d", "e"]), ...copies]).slice(1)).toEqual([
    ["Other platforms", "list", ["a", "b", "c"]],
    [null, null, ["d", "e"]],
  ]);
});

test("regions of one cloud at one price, and a router's hosts, are one row each", () => {
  const regions = ["us", "eu", "jp"].map((region) => ({ platform: "azure", region, prices: list }));
  const hosts = ["x", "y", "z"].map((host, place) => ({
    platform: "openrouter",
    host,
    prices: { input: `${place + 1}`, output: "1" },
  }));
  const [cloud, router] = arrangedOffers(linesOf([...regions, ...hosts]));
  expect(foldRow(cloud?.fold ?? "more", cloud?.rows ?? []).cells[0]?.pieces).toEqual([
    { kind: "fold", text: "azure, 3 regions" },
    { kind: "note", text: "eu, jp, us" },
  ]);
  const [name, month, , input] = foldRow(router?.fold ?? "more", router?.rows ?? []).cells.filter(
    ({ text, pieces }) => text || pieces,
  );
  expect(name?.pieces?.[0]).toEqual({ kind: "fold", text: "3 hosts" });
  // 3 and half an output dollar, and the most that OpenRouter's unknown fee may be.
  expect(month?.text).toBe("$1.50 – $3.69");
  expect(input?.text).toBe("1.00 – 3.00");
});

test("rows that cost the same are at list price only where there is one", () => {
  const title = (platforms: readonly string[]) => {
    const [, fold] = arrangedOffers(linesOf(at(platforms)));
    return foldRow(fold?.fold ?? "more", fold?.rows ?? []).cells[0]?.pieces?.[0];
  };
  expect(title(["acme", "a", "b", "c"])).toEqual({ kind: "fold", text: "3 platforms at list price" });
  expect(title(["openrouter", "a", "b", "c"])).toEqual({ kind: "fold", text: "3 platforms at the median price" });
});

test("a long tail is cut, and says how many more there are", () => {
  const many = Array.from({ length: 20 }, (_, place) => ({
    platform: `p${place + 10}`,
    prices: { input: `${place + 1}`, output: "1" },
  }));
  const [first, more] = arrangedOffers(linesOf(many));
  expect([first?.rows.length, more?.fold, more?.rows.length]).toEqual([12, "more", 8]);
});

test("in the order of a column every row of a tier stands in one group", () => {
  const batch = { platform: "acme", tier: "batch", prices: { input: "0.5", output: "1" } } as const;
  expect(shown(offersByTier(linesOf([...at(["acme", "a", "b", "c"]), batch])))).toEqual([
    ["Standard", null, ["acme", "a", "b", "c"]],
    ["Via Batch API: answers within a day", null, ["acme"]],
  ]);
});

test("offers that are free fold to free, not to a price of nothing", () => {
  const free = { tier: "free" as const, prices: { input: "0", output: "0" }, gaps: { cacheRead: "notSold" as const } };
  const offers = ["a", "b", "c"].map((platform) => ({ platform, ...free }));
  const folded = arrangedOffers(linesOf([...at(["acme"]), ...offers])).find(({ fold }) => fold !== null);
  const cells = folded?.fold == null ? [] : foldRow(folded.fold, folded.rows).cells.map(({ text }) => text);
  expect(cells.slice(1, 8)).toEqual(["free", "free", "", "free", "free", "not sold", "unknown"]);
});

test("a fold has the difference to list from the least to the most of its rows", () => {
  const hosts = ["0.5", "2", "3"].map((input, place) => ({
    ...{ platform: "openrouter", host: `h${place}` },
    prices: { input, output: "2" },
  }));
  const folded = arrangedOffers(linesOf([...at(["acme"]), ...hosts])).find(({ fold }) => fold === "hosts");
  const cells = foldRow("hosts", folded?.rows ?? []).cells.map(({ text }) => text);
  expect(cells[2]).toBe("−50\u202f% to +200\u202f%");
});

const foldOf = (offers: readonly OfferOverrides[]) => {
  const folded = arrangedOffers(linesOf(offers)).find(({ fold }) => fold !== null);
  return foldRow(folded?.fold ?? "more", folded?.rows ?? []).cells;
};

test("a fold of prices that do not count is pale and says so; beside one that counts, the month is of those that do", () => {
  const old = at(["a", "b", "c"], { input: "0.5", output: "1" }).map((offer) => ({ ...offer, age: "expired" as const }));
  const [name, month] = foldOf([...at(["acme"]), ...old]);
  expect(name?.pieces).toContainEqual({ kind: "note", text: "not counted" });
  expect(month).toEqual({ side: "muted", text: "$1.00 – $1.06" });
  const hosts = [
    { platform: "openrouter", host: "x", prices: { input: "0.1", output: "0.2" }, age: "expired" as const },
    ...["y", "z"].map((host) => ({ platform: "openrouter", host, prices: { input: "2", output: "2" } })),
  ];
  const [hostNames, hostMonth] = foldOf([...at(["acme"]), ...hosts]);
  expect(hostNames?.pieces).not.toContainEqual({ kind: "note", text: "not counted" });
  expect(hostMonth).toEqual({ text: "$3.00 – $3.17" });
});

test("sellers that name no price are not at one price", () => {
  const [name] = foldOf([...at(["acme"]), ...["a", "b", "c"].map((platform) => ({ platform, prices: {} }))]);
  expect(name?.pieces?.[0]).toEqual({ kind: "fold", text: "3 platforms, price unknown" });
});
