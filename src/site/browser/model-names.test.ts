import { expect, test } from "vitest";
import { namedModels } from "./model-names.ts";

test("models stand in the order of use with their other names, a day in full, and those nobody searched for last", () => {
  const models = [{ id: "acme/riddle" }, { id: "acme/nano" }, { id: "openai/gpt-5.6-sol" }];
  const searched = [
    ["openai/gpt-5.6-sol", "GPT-5.6 Sol", "~openai/gpt-latest -20260709"],
    ["acme/nano", "Nano"],
  ] as const;
  expect(namedModels(models, { models: searched })).toEqual([
    { id: "openai/gpt-5.6-sol", otherNames: ["~openai/gpt-latest", "gpt-5.6-sol-20260709"] },
    { id: "acme/nano", otherNames: [] },
    { id: "acme/riddle", otherNames: [] },
  ]);
});
