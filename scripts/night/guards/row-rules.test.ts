import { describe, expect, test } from "vitest";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { modelUnresolved } from "./model-unresolved.ts";
import { unreadRows } from "./row-unreadable.ts";
import { twoOffersOneId } from "./two-offers-one-id.ts";
import { unreadMeter } from "./unread-meter.ts";

describe("a row that is there and cannot be read", () => {
  const nova = aReading({ upstreamId: "nova-9", key: { platform: "azure" }, name: "Nova 9" });
  test.each([
    ["nova-9", "price is no number", "price is no number"],
    ["azure/eu/nova-9", "row has the wrong shape", "row has the wrong shape"],
    ["azure/*", "row has the wrong shape", "row has the wrong shape"],
    ["nova-9 endpoint 2", "row has the wrong shape", "row has the wrong shape"],
    ["Nova 9, batch", "no readable price per token", "no readable price per token"],
    ["nova-9", "price depends on the routed model (-1)", "price depends on the routed model (-1)"],
    ["nova-9", "only one of input and output has a price", "only one of input and output has a price"],
    ["nova-9", "no price per token", "no price per token"],
    ["nova-90", "price is no number", null],
    ["nova-9", "subscription plan", null],
    ["other/*", "row has the wrong shape", null],
  ])("%s, %s: %s", (subject, why, detail) => {
    expect(unreadRows([{ subject, why }]).broken(nova)?.detail ?? null).toBe(detail);
  });

  test.each([
    ["its own host", { host: "hosty" }, true],
    ["another host", { host: "hostx" }, false],
    ["another tier", { tier: "batch" as const }, false],
    ["its host at another region", { host: "hosty", region: "eu" }, false],
  ])("of an id that several hosts sell, the row of %s: %j", (_, of, isBroken) => {
    const hosted = aReading({ upstreamId: "nova-9", key: { host: "hosty" } });
    const found = unreadRows([{ subject: "nova-9", why: "no price per token", of }]).broken(hosted);
    expect(found !== null).toBe(isBroken);
  });

  test("an id with a maker is known behind its seller", () => {
    const routed = aReading({ upstreamId: "acme/nova-9" });
    expect(unreadRows([{ subject: "hostly/acme/nova-9", why: "row has the wrong shape" }]).broken(routed)).not.toBeNull();
  });
});

describe("two offers with one id", () => {
  const listedTwice = unreadRows([{ subject: "acme/nano", why: "id listed twice" }]).isListedTwice(aReading());
  test.each([
    ["listed twice, the first at another price", "3", listedTwice, "twoOffersOneId"],
    ["listed twice, the first as before", "1", listedTwice, null],
    ["listed once at another price", "3", false, null],
  ])("%s", (_, input, twice, rule) => {
    const reading = aReading({ prices: { input, output: "2" } });
    expect(twoOffersOneId(reading, aReading(), twice)?.rule ?? null).toBe(rule);
  });
});

test("an id between two models says between which, and what settles it", () => {
  const known = { kind: "known", modelId: "acme/nano", by: "huggingFace" } as const;
  expect(modelUnresolved({ kind: "unmatched" }, known, ["acme/nano", "acme/nano-2"])).toEqual({
    rule: "modelUnresolved",
    ledTo: { model: "acme/nano", by: "huggingFace" },
    detail: "led to acme/nano and stands between acme/nano and acme/nano-2 now",
    ends: "until only one of these is listed, or aliases.json names the model",
  });
});

describe("a model id that no longer resolves", () => {
  const known = { kind: "known", modelId: "acme/nano", by: "normaliser" } as const;
  const unmatched = { kind: "unmatched" } as const;
  test.each([
    [unmatched, known, "led to acme/nano and leads to no model now"],
    [unmatched, unmatched, null],
    [known, known, null],
    [{ kind: "ignored", why: "moving name" } as const, known, null],
  ])("tonight %j, last night %j: %s", (tonight, yesterday, detail) => {
    expect(modelUnresolved(tonight, yesterday)?.detail ?? null).toBe(detail);
  });
});

test.each([
  [[], null],
  [["prompt_thinking", "surcharge"], "pricing keys nobody reads: prompt_thinking, surcharge"],
])("unread pricing keys %j are told: %s", (unreadMeters, detail) => {
  expect(unreadMeter(aReading({ unreadMeters }))?.detail ?? null).toBe(detail);
});
