import { expect, test } from "vitest";
import { aSheet } from "../../../tests/builders/a-sheet.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { answerOf, lowerText, tieText, winnerInList } from "./answer.ts";

const second = { id: "models.dev", url: "https://models.dev/api.json", readAt: "2026-08-20T00:00:00Z", hand: "second" } as const;
const plain = (phrases: ReturnType<typeof answerOf>) => phrases.map(({ text }) => text).join("");
const answerText = (offers: Parameters<typeof aSheet>[0]) => plain(answerOf(aSheet(offers), "Chat"));

const reported = { platform: "copied", prices: { input: "0.5", output: "1" }, source: second, evidence: "reported" } as const;
const dear = { platform: "own", prices: { input: "2", output: "4" } } as const;

test("what one catalogue alone reports wins nothing, and is told quietly where it is lower", () => {
  // A million tokens in and half a million out: $1.00 there, $4.00 here, fees unknown.
  const sheet = aSheet([reported, dear]);
  expect(plain(answerOf(sheet, "Chat"))).toBe(
    "Cheapest for chat is own at $4.00 – $4.22 a month (no list price: Acme does not list it itself, as far as we read); confirmed by the platform, 22 Aug.",
  );
  expect(lowerText(sheet)).toBe("Unconfirmed: from $1.00 – $1.06 at copied, one catalogue only.");
});

test("a lower price of earlier days is told quietly too", () => {
  const older = { platform: "older", prices: { input: "1", output: "2" }, evidence: "mirror", age: "aging" } as const;
  expect(lowerText(aSheet([older, dear]))).toBe("Older: from $2.00 – $2.11 at older, last read 22 Aug 2026.");
  expect(lowerText(aSheet([{ ...older, evidence: "reported" }, dear]))).toBe("");
});

test("a price of earlier days that is under half of today's stands in the answer itself", () => {
  const older = { platform: "older", prices: { input: "0.9", output: "1.8" }, evidence: "mirror", age: "aging" } as const;
  expect(answerText([older, dear])).toContain(
    "confirmed by the platform, 22 Aug. Older prices are far lower: from $1.80 – $1.90 at older, last read 22 Aug 2026.",
  );
  expect(lowerText(aSheet([older, dear]))).toBe("");
});

test.each([
  ["0.9", "own (older prices far lower)"],
  ["1", "own"],
])("a list says beside the seller where earlier prices are under half of it: %s", (input, seller) => {
  const older = {
    platform: "older",
    prices: { input, output: String(2 * Number(input)) },
    evidence: "mirror",
    age: "aging",
  } as const;
  const { rows, cheapest } = aSheet([older, dear]);
  if (cheapest === null) throw new Error("nobody is cheapest");
  expect(winnerInList({ rows, cheapest })).toBe(seller);
});

const hosted = { platform: "openrouter", host: "acme", prices: { input: "2", output: "4" } } as const;
const listed = { platform: "openrouter", prices: { input: "1", output: "2" }, evidence: "mirror" } as const;

test("the maker's own endpoint on OpenRouter is named for what it is", () => {
  expect(answerText([hosted, listed])).toContain("under Acme’s own endpoint on OpenRouter;");
  expect(answerText([hosted, { ...listed, prices: hosted.prices }])).toContain("Acme’s own endpoint on OpenRouter");
});

test("what the maker sells there at a discount is held against without the discount", () => {
  const discounted = { ...hosted, prices: { input: "1", output: "2" }, discountBps: 5_000, age: "aging" } as const;
  expect(answerText([discounted, { ...listed, prices: hosted.prices }])).toContain(
    "a month, the same as Acme’s own endpoint on OpenRouter;",
  );
});

test.each([
  ["$1.60, known to be less,", 1.6, 1.6, "20\u202f% under acme’s own API"],
  ["$2.40, known to be more,", 2.4, 2.4, "14\u202f% over acme’s own API"],
  ["$2.04, which may be either,", 2.04, 2.04, "about as much as acme’s own API"],
  ["$2.00 – $2.11, another unknown fee,", 2, 2.11, "the same as acme’s own API"],
])("a month of %s is held against the nearer end of $2.00 – $2.11", (_, usd, upperUsd, words) => {
  const sheet = aSheet([{ platform: "acme" }, { platform: "other" }]);
  const rows = sheet.rows.map((row) =>
    row.landed === null || row.offer.platform === "acme" ? row : { ...row, landed: { ...row.landed, usd, upperUsd } },
  );
  const cheapest = rows.find(({ offer }) => offer.platform === "other") ?? null;
  expect(plain(answerOf({ ...sheet, rows, cheapest }, "Chat"))).toContain(`, ${words};`);
});

test("a batch price that only its age keeps from winning is told, and the maker is not held against without it", () => {
  const batch = { tier: "batch", prices: { input: "0.5", output: "1" }, age: "aging" } as const;
  const sheet = aSheet(
    [{ platform: "acme" }, { ...batch, platform: "acme" }, { platform: "hostly", prices: { input: "0.8", output: "1.6" } }],
    {},
    aWorkload({ outputTokens: 500, batchShare: 1 }),
  );
  expect(plain(answerOf(sheet, "Batch"))).toMatch(/^Cheapest for batch is hostly at \$1.60 – \$1.69 a month; confirmed/);
  expect(lowerText(sheet)).toBe("Older: from $1.00 – $1.06 at acme (batch), last read 22 Aug 2026.");
});

test.each([
  ["the list has none", undefined, "0.1", "$1.05 – $1.11 a month (no price for cached input at acme’s own API); confirmed"],
  ["the winner has none", "1", undefined, "$2.00 – $2.11 a month; confirmed"],
  ["both have one", "1", "0.1", "$1.05 – $1.11 a month, 30\u202f% under acme’s own API; confirmed"],
  ["neither has one", undefined, undefined, "$2.00 – $2.11 a month, the same as acme’s own API; confirmed"],
])("months compare where both or neither bill cached input as input: %s", (_, atList, atSeller, words) => {
  const at = (platform: string, input: string, cacheRead: string | undefined) => {
    const prices = { input, output: "4" };
    return { platform, prices: cacheRead === undefined ? prices : { ...prices, cacheRead } };
  };
  const offers = [at("acme", "2", atList), at("hostly", "2", atSeller)];
  const sheet = aSheet(offers, {}, aWorkload({ cachedShare: 0.5 }));
  const cheapest = sheet.rows.find(({ offer }) => offer.platform === "hostly") ?? null;
  expect(plain(answerOf({ ...sheet, cheapest }, "Chat"))).toContain(words);
});

test("an older price that is the same to the millionth is not told as a lower one", () => {
  const fee = (usd: number) => ({ usd, upperUsd: usd * 1.055 });
  const sheet = aSheet([dear, { ...dear, platform: "older", evidence: "mirror", age: "aging" }]);
  const [winner, older] = [4.22, 4.22 - 1e-13];
  const rows = sheet.rows.map((row) =>
    row.landed === null
      ? row
      : { ...row, landed: { ...row.landed, ...fee(4), upperUsd: row.offer.platform === "own" ? winner : older } },
  );
  expect(lowerText({ ...sheet, rows, cheapest: rows.find(({ offer }) => offer.platform === "own") ?? null })).toBe("");
});

test.each([
  ["held", { platform: "held", status: "held" as const }],
  ["a batch card", { platform: "batch", tier: "batch" as const }],
  ["too small", { platform: "small", contextTokens: 10 }],
])("what is %s is not named as the cheapest", (_, differing) => {
  expect(answerText([{ prices: { input: "1", output: "2" }, ...differing }, dear])).toContain(
    "Cheapest for chat is own at $4.00 – $4.22",
  );
});

test.each([
  [
    "was last confirmed",
    [{ ...dear, age: "expired" as const }],
    "No price was confirmed lately. Last confirmed: $4.00 – $4.22 a month at own, 22 Aug 2026.",
  ],
  [
    "one catalogue reports",
    [reported],
    "No price is confirmed. Reported: from $1.00 – $1.06 a month at copied, one catalogue only: models.dev, 20 Aug.",
  ],
  [
    "is in doubt",
    [{ ...dear, doubts: [{ rule: "cacheAboveInput" as const, cacheRead: 2, input: 1 }] }],
    "No price is known that counts as cheapest.",
  ],
])("where nothing may win, what %s is said", (_, offers, words) => {
  expect(answerText(offers)).toBe(words);
});

test("who costs the same is named up to three, counted from four on", () => {
  const at = (platform: string) => ({ platform });
  expect(answerText(["acme", "a"].map(at))).toContain(
    "Cheapest for chat: acme (Acme’s own API) and a tie at $2.00 – $2.11 a month;",
  );
  expect(answerText(["acme", "a", "b"].map(at))).toContain(
    "Cheapest for chat: acme (Acme’s own API), a and b tie at $2.00 – $2.11 a month;",
  );
  expect(answerText(["acme", "a", "b", "c", "d", "e"].map(at))).toContain(
    "Cheapest for chat: 6 platforms tie at $2.00 – $2.11 a month, acme (Acme’s own API) among them;",
  );
  expect(answerText([{ platform: "acme" }, { platform: "held", status: "held" }])).not.toContain("tie");
  expect(answerText([at("acme"), at("a"), { platform: "old", age: "aging" }])).toContain(
    ", 22 Aug; old cost the same when last read.",
  );
  expect(answerText([at("acme"), { platform: "old", age: "aging", evidence: "reported" }])).not.toContain("the same");
});

test.each([
  [
    "the maker's own row",
    [{ platform: "acme" }],
    "Cheapest for chat is acme (Acme’s own API) at $2.00 – $2.11 a month; confirmed by the platform, 22 Aug.",
  ],
  [
    "the same month elsewhere",
    [{ platform: "acme" }, { platform: "aaa" }],
    "Cheapest for chat: acme (Acme’s own API) and aaa tie at $2.00 – $2.11 a month; confirmed by the platform, 22 Aug.",
  ],
  [
    "a cheaper seller",
    [{ platform: "acme" }, { platform: "hostly", prices: { input: "0.8", output: "1" } }],
    "Cheapest for chat is hostly at $1.30 – $1.37 a month, 35 % under acme’s own API; confirmed by the platform, 22 Aug.",
  ],
  ["no price", [{ prices: {} }], "No price is known that counts as cheapest."],
  ["nobody", [], "No platform we read sells this model."],
])("the answer about %s", (_, offers, words) => {
  expect(answerText(offers).replaceAll(/[\u00a0\u202f]/g, " ")).toBe(words);
});

test.each([
  ["a winner", [dear], "Cheapest for chat in the EU is own at $4.00"],
  ["an old price", [{ ...dear, age: "expired" as const }], "No price was confirmed lately in the EU. Last confirmed: $4.00"],
  ["one catalogue's price", [reported], "No price is confirmed in the EU. Reported: from $1.00"],
  ["no price", [{ prices: {} }], "No price is known that counts as cheapest in the EU."],
])("what the reader's filters leave is named with %s", (_, offers, words) => {
  expect(plain(answerOf(aSheet(offers), "Chat", " in the EU"))).toContain(words);
});

const small = { ...dear, platform: "small", contextTokens: 10 };

test.each([
  ["any", [small], "So long a request fits no offer: over the context, or the longest prompt or answer taken."],
  [
    "any of today's",
    [small, { ...dear, age: "expired" as const }],
    "No price confirmed lately takes so long a request. Last confirmed: $4.00",
  ],
  ["any that is confirmed", [small, reported], "No confirmed price takes so long a request. Reported: from $1.00"],
])("a request too long for %s offer is told as the reason", (_, offers, words) => {
  expect(answerText(offers)).toContain(words);
});

test("where there is room for few words, a tie is told in them", () => {
  const tieOf = (platforms: readonly string[]) => tieText(aSheet(platforms.map((platform) => ({ platform }))));
  expect(tieOf(["acme"])).toBe("");
  expect(tieOf(["acme", "a"])).toBe(", tied with a");
  expect(tieOf(["acme", "a", "b"])).toBe(", tied with a and b");
  expect(tieOf(["acme", "a", "b", "c"])).toBe(", tied with 3 others");
});

test("a request that one offer does not take and one in doubt does is not said to fit nowhere", () => {
  const doubts = [{ rule: "cacheAboveInput" as const, cacheRead: 2, input: 1 }];
  expect(answerText([{ ...dear, contextTokens: 10 }])).toContain("So long a request fits no offer");
  expect(
    answerText([
      { ...dear, contextTokens: 10 },
      { ...dear, platform: "doubted", doubts },
    ]),
  ).toBe("No price is known that counts as cheapest.");
});

test("a winner whose price for long prompts nobody names says in the answer that it is assumed", () => {
  const sheet = aSheet([dear]);
  const winner = sheet.rows[0];
  if (winner?.month.kind !== "priced") throw new Error("the month has a price");
  const month = { ...winner.month, assumptions: ["longPromptAtMakersMultiple"] } as const;
  const cheapest = { ...winner, month };
  expect(plain(answerOf({ ...sheet, rows: [cheapest], cheapest }, "Long documents"))).toMatch(
    /^Cheapest for long documents is own \(price for long prompts assumed\) at \$4\.00/,
  );
  expect(plain(answerOf(sheet, "Long documents"))).toMatch(/^Cheapest for long documents is own at \$4\.00/);
});
