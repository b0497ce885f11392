import { expect, test } from "vitest";
import { aSheet } from "../../../tests/builders/a-sheet.ts";
import { answerOf } from "./answer.ts";

const names = { platform: (id: string) => id, host: (slug: string) => slug };
const second = { id: "models.dev", url: "https://models.dev/api.json", readAt: "2026-08-20T00:00:00Z", hand: "second" } as const;
const said = (offers: Parameters<typeof aSheet>[0]) =>
  answerOf(aSheet(offers), "Chat", names)
    .map(({ text }) => text)
    .join("");

test("a winner that only a second-hand source knows stands beside the cheapest that counts by its own word", () => {
  const copied = { platform: "copied", prices: { input: "0.5", output: "1" }, source: second };
  const own = { platform: "own", prices: { input: "2", output: "4" } };
  // A million tokens in and half a million out: $1.00 there, $4.00 here.
  expect(said([copied, own])).toBe(
    "Cheapest for chat is copied at $1.00 – $1.05 a month (no list price: Acme does not list it itself, as far as we read), by models.dev’s figure, not confirmed by the platform; cheapest by its own word is own at $4.00 – $4.22. 2 offers on 2 platforms, 4× apart on input.",
  );
});

test.each([
  ["held", { platform: "held", status: "held" as const }],
  ["a batch card", { platform: "batch", tier: "batch" as const }],
  ["too small", { platform: "small", contextTokens: 10 }],
])("what is %s is not named as the cheapest by its own word", (_, differing) => {
  const copied = { platform: "copied", prices: { input: "0.5", output: "1" }, source: second };
  const cheaper = { prices: { input: "1", output: "2" }, ...differing };
  expect(said([copied, cheaper, { platform: "own", prices: { input: "2", output: "4" } }])).toContain(
    "cheapest by its own word is own at $4.00 – $4.22",
  );
  expect(said([copied, cheaper])).not.toContain("by its own word");
});

test.each([
  [
    "the maker's own row",
    [{ platform: "acme" }],
    "Cheapest for chat is acme at $2.00 – $2.11 a month, Acme’s own API. 1 offer on 1 platform.",
  ],
  [
    "the same month elsewhere",
    [{ platform: "acme" }, { platform: "aaa" }],
    "Cheapest for chat is acme at $2.00 – $2.11 a month, Acme’s own API. 2 offers on 2 platforms.",
  ],
  [
    "a cheaper seller",
    [{ platform: "acme" }, { platform: "hostly", prices: { input: "0.8", output: "1" } }],
    "Cheapest for chat is hostly at $1.30 – $1.37 a month, 35 % under acme’s own API. 2 offers on 2 platforms, 1.3× apart on input.",
  ],
  ["no price", [{ prices: {} }], "No price is known that counts as cheapest. 1 offer on 1 platform."],
  ["nobody", [], "No platform we read sells this model."],
])("the answer about %s", (_, offers, words) => {
  expect(said(offers).replaceAll(/[\u00a0\u202f]/g, " ")).toBe(words);
});
