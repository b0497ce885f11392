import { expect, test } from "vitest";
import { overviewAnswer } from "./overview-answer.ts";

test.each([
  [[["Chat", "Nova"]], "Best buy for chat: Nova."],
  [
    [
      ["Chat", "Nova"],
      ["Coding agents", "Nova Fast"],
      ["RAG", "Nova"],
    ],
    "Best buy for chat and RAG: Nova. For coding agents: Nova Fast.",
  ],
  [
    [
      ["Chat", null],
      ["RAG", "Nova"],
    ],
    "Best buy for RAG: Nova.",
  ],
  [[["Chat", null]], "No rated model has a price that counts."],
] as const)("%j is told as %s", (winners, text) => {
  expect(overviewAnswer(winners.map(([workload, model]) => ({ workload, model })))).toBe(text);
});
