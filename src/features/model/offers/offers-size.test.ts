import { expect, test } from "vitest";
import { aSeller } from "../../../../tests/builders/a-schedule.ts";
import { aSheet } from "../../../../tests/builders/a-sheet.ts";
import { sizeText } from "./offers-size.ts";

const clouds: readonly (readonly [id: string, name: string])[] = [
  ["amazon-bedrock", "Amazon Bedrock"],
  ["google-vertex", "Google Vertex AI"],
  ["azure", "Azure"],
];
const sellers = new Map(clouds.map(([id, name]) => [id, aSeller({ name, kind: "cloud" })]));

test.each([
  [["azure", "google-vertex"], "Not sold on Amazon Bedrock, as far as we read."],
  [["azure"], "Not sold on Amazon Bedrock or Google Vertex AI, as far as we read."],
  [["acme"], "Not sold on Amazon Bedrock, Google Vertex AI or Azure, as far as we read."],
])("a model sold on %j says which clouds do not sell it", (platforms, words) => {
  expect(sizeText(aSheet(platforms.map((platform) => ({ platform }))), sellers)).toContain(words);
});
