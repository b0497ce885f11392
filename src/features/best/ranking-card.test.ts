import { expect, test } from "vitest";
import { rankingPlace } from "./ranking-card.ts";

const row = {
  ...{ rank: 2, modelId: "x-ai/grok-4.3", offerId: "x-ai/grok-4.3@openai", landedUsdPerMonth: 900 },
  ...{ leastUsd: { landed: 880 }, quality: { value: 1_412 } },
};

test.each([
  [true, "OpenAI (price for long prompts assumed) · quality 1,412"],
  [false, "OpenAI · quality 1,412"],
])(
  "an image says what the page does of a month that hangs on an assumed price for long prompts: %s",
  (assumesLongPrompts, note) => {
    expect(rankingPlace({ ...row, assumesLongPrompts }, "Grok 4.3")).toEqual({
      ...{ rank: 2, name: "Grok 4.3", note, figure: "$880.00 – $900.00 a month" },
    });
  },
);
