import { expect, test } from "vitest";
import { sellingWords } from "./selling-words.ts";

test.each([
  ["gpt-5-2-fast", "gpt-5-2", "fast", null],
  ["kimi-k3-eco", "kimi-k3", null, "eco"],
  ["coding-xiaomi-mimo-v2-5", "mimo-v2-5", null, "coding"],
  ["grok-4-20-beta-0309-non-reasoning", "grok-4-20", null, "non-reasoning"],
  ["qwen-3-6-35b-a3b-fp8-no-thinking", "qwen-3-6-35b-a3b", null, "non-thinking"],
  ["deepseek-v4-flash-0731-284b", "deepseek-v4-flash-0731", null, null],
  ["glm-5-2-260617", "glm-5-2", null, null],
  ["umans-glm-5-3-flash", "glm-5-3-flash", null, null],
  ["deepseek-flash", "deepseek-v4-1-flash", null, null],
  ["glm-5-2", "glm-5-2", null, null],
  ["glm-5-20", "glm-5-2", null, null],
])("%s of %s is sold at tier %s as variant %s", (text, model, tier, variant) => {
  expect(sellingWords(text, model)).toEqual({ tier, variant });
});
