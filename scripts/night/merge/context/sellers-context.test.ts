import { expect, test } from "vitest";
import { aModel } from "../../../../tests/builders/a-model.ts";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { withSellersContext } from "./sellers-context.ts";

const ACME = [{ maker: "acme", name: "Acme", platforms: [{ platform: "acme", own: ["nano"] }] }];

/** What becomes of a listed context beside what sellers name, `acme` being the maker's own platform. */
const contextOf = (listed: number | null, named: Readonly<Record<string, number | null>>, host: string | null = null) => {
  const offers = Object.entries(named).map(([platform, contextTokens]) =>
    anOffer({ id: `acme/nano@${platform}`, model: "acme/nano", platform, host, contextTokens }),
  );
  return withSellersContext([aModel({ contextTokens: listed })], offers, ACME)[0]?.contextTokens;
};

test.each([
  ["Qwen3.5 Plus: the maker and another name more", 262_144, { acme: 1_000_000, a: 1_000_000, b: 262_144 }, 1_000_000],
  ["Qwen2.5 72B: so it is where most repeat the list", 32_768, { acme: 131_072, a: 128_000, b: 32_768, c: 32_768 }, 131_072],
  ["Phi-4: the maker's platform alone is no two", 16_384, { acme: 128_000, a: 16_384 }, 16_384],
  ["Llama 4: the maker's platform serves less than the weights take", 1_048_576, { acme: 128_000, a: 1_048_576 }, 1_048_576],
  ["DeepSeek R1: most name more", 64_000, { a: 164_000, b: 163_840, c: 163_840, d: 128_000, e: 64_000 }, 163_840],
  ["Nemotron 3 Ultra: in the spelling most use", 512_288, { a: 1_048_576, b: 1_000_000, c: 1_000_000, d: 512_300 }, 1_000_000],
  ["Llama 4 Scout: two of many do not outvote a list", 327_680, { a: 1e7, b: 1e7, c: 327_680, d: 131_072, e: 131_072 }, 327_680],
  ["Grok 4.1 Fast: a slip of one seller is no length", 2_000_000, { a: 20_000_000, b: 2_000_000 }, 2_000_000],
  ["most name more, no two the same", 8_192, { a: 32_768, b: 131_072 }, 8_192],
  ["DeepSeek V4 Flash: not one names as much", 1_310_720, { a: 1_048_576, b: 1_000_000 }, 1_048_576],
  ["one seller that serves less says nothing of the model", 131_072, { a: 8_192 }, 131_072],
  ["131,072 is 128,000", 128_000, { a: 131_072, b: 131_072 }, 128_000],
  ["nobody names any", 8_192, { a: null }, 8_192],
  ["no list says, two sellers do", null, { a: 1_048_576, b: 1_000_000 }, 1_048_576],
  ["no list says, and one seller alone", null, { a: 272_000 }, null],
])("%s", (_, listed, named, context) => expect(contextOf(listed, named)).toBe(context));

test("a host behind two routers has one word", () => {
  expect(contextOf(8_192, { router: 131_072, other: 131_072 }, "deepinfra")).toBe(8_192);
});
