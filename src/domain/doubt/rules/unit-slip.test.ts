import { expect, test } from "vitest";
import { aDoubtableMarket } from "../../../../tests/builders/a-doubtable-market.ts";
import { unitSlip } from "./unit-slip.ts";

const judged = (lines: readonly [string, ...string[]], discountBps: number | null = null) => {
  const { row, rivals } = aDoubtableMarket("acme/nano", lines, { discountBps });
  return unitSlip(row, rivals);
};
const THREE = ["kilo mirror fresh 2.3/4", "venice mirror fresh 2.3/4.05", "wandb reported fresh 2.32/4"] as const;

test("a first-hand card a thousand times under three others is a slip of units", () => {
  expect(judged(["groq own fresh 0.0023/0.004", ...THREE])).toEqual({
    rule: "unitSlip",
    meter: "input",
    price: 2_300,
    factor: { kind: "powerOfTen", times: 1000 },
    sellers: 3,
  });
});

test.each([
  ["a card in yuan", "CNY", ["groq own fresh 16.1/28", ...THREE]],
  ["one meter ten times over", "10", ["groq transcribed fresh 2.3/40", ...THREE]],
  ["a copied card", null, ["kilo mirror fresh 0.0023/0.004", "groq mirror fresh 2.3/4", THREE[1], THREE[2]]],
  ["two others", null, ["groq own fresh 0.0023/0.004", THREE[0], THREE[1]]],
  ["3 % off the factor", null, ["groq own fresh 0.2231/0.38", ...THREE]],
  ["a tenth of one meter by chance, the other in between", null, ["groq own fresh 0.23/1.1", ...THREE]],
  [
    "as many who ask the same",
    null,
    ["groq own fresh 0.23/4", ...THREE, "nebius own fresh 0.23/4", "baseten mirror fresh 0.23/4", "chutes mirror fresh 0.23/4"],
  ],
  ["a region's surcharge", null, ["groq own fresh 2.53/4.4", ...THREE]],
] as const)("%s: %s", (_, expected, lines) => {
  const slip = judged(lines);
  const factor = slip?.rule === "unitSlip" ? slip.factor : null;
  expect(factor === null ? null : factor.kind === "powerOfTen" ? String(factor.times) : factor.currency).toBe(expected);
});

test("a discount that the platform states explains it", () => {
  expect(judged(["groq own fresh 0.23/0.4", ...THREE], 9_000)).toBeNull();
});
