import { expect, test } from "vitest";
import { rankingPlace, saysOf } from "./ranking-card.ts";

const row = {
  ...{ rank: 2, modelId: "x-ai/grok-4.3", offerId: "x-ai/grok-4.3@openai", landedUsdPerMonth: 900 },
  ...{ leastUsd: { landed: 880 }, quality: { value: 1_412 } },
};

test.each([
  [true, "$880.00 – $900.00* a month", "* long-prompt price assumed; a worse answer at $1"],
  [false, "$880.00 – $900.00 a month", "Best buy by what a worse answer costs; rows at $1"],
])(
  "an image says what the page does of a month that hangs on an assumed price for long prompts: %s",
  (isAssumed, figure, says) => {
    const note = "OpenAI · quality 1,412";
    expect(rankingPlace({ ...row, assumesLongPrompts: isAssumed }, "Grok 4.3")).toEqual({
      rank: 2,
      name: "Grok 4.3",
      note,
      figure,
    });
    expect(
      saysOf(
        [
          { tiedWith: 0, assumesLongPrompts: false },
          { tiedWith: 1, assumesLongPrompts: isAssumed },
        ],
        1,
      ),
    ).toBe(says);
  },
);
