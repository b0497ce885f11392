import { expect, test } from "vitest";
import { anOffer, type OfferOverrides } from "../../../../tests/builders/an-offer.ts";
import { readCuratedTables } from "../../../data/curated-tables.ts";
import { newestListCopies, notInNewerList } from "./not-in-newer-list.ts";

const { mirrors } = readCuratedTables("data/curated");
const read = (id: "models.dev" | "pi-ai" | "openrouter-models", day: string) =>
  ({ id, url: "https://example.com", readAt: `${day}T10:00:00Z`, hand: "second" }) as const;
const OLDER = read("models.dev", "2026-09-30");
const NEWER = read("pi-ai", "2026-11-20");
const sold = (overrides: OfferOverrides) => anOffer({ platform: "openrouter", ...overrides });

const listed = [
  sold({ model: "acme/nova", source: NEWER }),
  sold({ model: "acme/nova", tier: "batch", source: NEWER }),
  sold({ model: "acme/nano", source: OLDER }),
  sold({ model: "acme/nano", host: "hostly", source: read("openrouter-models", "2026-11-21") }),
  anOffer({ platform: "huggingface", model: "acme/nova", source: NEWER }),
];
const context = { listCopies: newestListCopies(listed, mirrors), resoldLists: new Map([["kilo", "openrouter"]]) };
const TEXT = { tools: true, outputModalities: ["text"] };
const DOUBT = { rule: "notInNewerList", source: "pi-ai", readAt: NEWER.readAt };

test("the newest copy of a platform's list is that of a program which copies all of it, and hosts are no part of it", () => {
  expect([...context.listCopies]).toEqual([
    ["openrouter", { source: "pi-ai", readAt: NEWER.readAt, tiers: new Set(["standard", "batch"]) }],
  ]);
});

test("what one catalogue passes on of another's copy is no list: of Cloudflare's gateway pi-ai takes a part", () => {
  const relayed = [
    anOffer({ platform: "cloudflare-ai-gateway", model: "acme/nova", source: NEWER }),
    anOffer({ platform: "cloudflare-ai-gateway", model: "acme/nano", source: OLDER }),
  ];
  expect(newestListCopies(relayed, mirrors).get("cloudflare-ai-gateway")?.source).toBe("models.dev");
});

test.each([
  ["an older copy's row", { source: OLDER }, TEXT],
  ["the platform's own word of before", { source: read("openrouter-models", "2026-08-22") }, TEXT],
  ["a batch of before", { tier: "batch", source: OLDER }, TEXT],
] as const)("%s that a newer copy of the list does not name is in doubt", (_, overrides, model) => {
  expect(notInNewerList(sold(overrides), [], model, context)).toEqual(DOUBT);
});

test.each([
  ["what the newer copy names", { source: NEWER }, TEXT],
  ["what was read that day or later", { source: read("openrouter-models", "2026-11-20") }, TEXT],
  ["a tier that the copy never names", { tier: "flex", source: OLDER }, TEXT],
  ["a host, which no list names", { host: "hostly", source: OLDER }, TEXT],
  ["a held price", { status: "held", source: OLDER }, TEXT],
  ["a platform whose list nobody copies", { platform: "huggingface", source: OLDER }, TEXT],
  ["a model without tool calls, which pi-ai leaves out", { source: OLDER }, { ...TEXT, tools: false }],
  ["a model of which nobody says", { source: OLDER }, { ...TEXT, tools: null }],
  ["a model that makes images too", { source: OLDER }, { ...TEXT, outputModalities: ["image", "text"] }],
] as const)("nothing speaks against %s", (_, overrides, model) => {
  expect(notInNewerList(sold(overrides), [], { ...model, outputModalities: [...model.outputModalities] }, context)).toBeNull();
});

test("of two names for one model the newer copy names the other", () => {
  const renamed = sold({ variant: "highspeed", source: NEWER });
  expect(notInNewerList(sold({ source: OLDER }), [renamed], TEXT, context)).toBeNull();
  const elsewhere = anOffer({ platform: "huggingface", source: NEWER });
  expect(notInNewerList(sold({ source: OLDER }), [elsewhere], TEXT, context)).toEqual(DOUBT);
});

const nanoThere = [sold({ model: "acme/nano", source: OLDER }), sold({ model: "acme/nano", host: "hostly", source: OLDER })];
const atKilo = (overrides: OfferOverrides) => anOffer({ platform: "kilo", model: "acme/nano", source: OLDER, ...overrides });

test("what the list that a platform resells has no more is in doubt there too, and says whose list", () => {
  expect(notInNewerList(atKilo({}), nanoThere, TEXT, context)).toEqual({ ...DOUBT, listOf: "openrouter" });
});

test.each([
  ["what the resold list still names", {}, [sold({ model: "acme/nano", source: NEWER })]],
  ["what the other platform never sold", {}, []],
  ["a tier that the other platform never sold", { tier: "batch" }, nanoThere],
  ["what was read there since", { source: read("models.dev", "2026-11-21") }, nanoThere],
  ["a price that is held there", { status: "held" }, nanoThere],
  ["a platform that resells nobody's list", { platform: "nano-gpt" }, nanoThere],
] as const)("nothing speaks against %s", (_, overrides, siblings) => {
  expect(notInNewerList(atKilo(overrides), siblings, TEXT, context)).toBeNull();
});
