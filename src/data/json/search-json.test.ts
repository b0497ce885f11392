import { expect, test } from "vitest";
import { aModel } from "../../../tests/builders/a-model.ts";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { A_CENT, aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { aPlatform } from "../../../tests/builders/platform/a-platform.ts";
import { DEFAULT_RANK_OPTIONS } from "../../domain/ranking/cheapest.ts";
import { modelSheet } from "../../domain/reference/model-sheet.ts";
import { searchJson } from "./search-json.ts";

const chat = { id: "chat", name: "Chat", meaning: "", worseAnswer: A_CENT, ...aWorkload({}) };
const sellers = new Map([["acme", aSeller({ kind: "direct", listMakers: ["acme"] })]]);

test("a model has its name and the names a reader may know it by; a dated slug is kept as its day", () => {
  const model = aModel({ aliases: ["~acme/nano-latest"] });
  const offers = [anOffer({ model: model.id, platform: "acme", upstreamId: "eu.acme.nano-v1" })];
  const sheet = modelSheet({ model, offers, past: { listPrices: [], secondsOf: () => [] } }, chat, sellers, DEFAULT_RANK_OPTIONS);
  const { models, makers, pages } = searchJson([sheet], [], sellers, [{ title: "About", path: "about/" }]);
  expect(models).toEqual([[model.id, model.name, "~acme/nano-latest -20260102 acme.nano-v1"]]);
  expect(makers).toEqual({ [model.maker]: model.makerName });
  expect(pages).toEqual([{ title: "About", path: "about/" }]);
});

test("a platform is found by what else people call it", () => {
  const platforms = [aPlatform({ id: "azure", alsoCalled: ["Microsoft", "MS"] }), aPlatform({ id: "acme" })];
  expect(searchJson([], platforms, sellers, []).platformsToo).toEqual({ azure: "Microsoft, MS" });
});
