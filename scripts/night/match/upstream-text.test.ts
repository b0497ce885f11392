import fc from "fast-check";
import { expect, test } from "vitest";
import { aModelRow, modelsBody } from "../../../tests/fixtures/openrouter-rows.ts";
import { openrouterModels } from "../sources/openrouter/openrouter-models.ts";
import { cleanText, withCleanTexts } from "./upstream-text.ts";

test.each([
  ["GPT\u202e4\n", "GPT4"],
  ["a\t b\r\nc", "a b c"],
  ["\u200f\u2066name\u2069", "name"],
  ["Größe 7½ – 中文", "Größe 7½ – 中文"],
  ["<script>\"'`|=cmd()", "<script>\"'`|=cmd()"],
  ["\u0000\ud800", ""],
])("%j is kept as %j", (text, kept) => {
  expect(cleanText(text)).toBe(kept);
});

/** Halves of a character, whole ones, blanks, marks and controls. */
const PIECES = ["a", " ", "\t", "\n", "\u202e", "\ufeff", "\ud83d", "\ude00", "😀", "é", "\u0000", "|"];

test("no text is longer than 200 characters, and cleaning twice changes nothing", () => {
  expect(cleanText("x".repeat(10_000))).toHaveLength(200);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 900 }), (pieces) => {
      const cleaned = cleanText(pieces.join(""));
      expect([...cleaned].length).toBeLessThanOrEqual(200);
      expect(cleaned).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(cleanText(cleaned)).toBe(cleaned);
    }),
  );
});

test("names and ids of a body are cleaned, figures stay", () => {
  const row = aModelRow({ id: "acme/nova-9", name: "Acme\u202e: Nova\u0000 9", hugging_face_id: "\u200b" });
  const parsed = openrouterModels.parse([modelsBody([row])]);
  const { models, readings } = withCleanTexts(parsed);
  expect(models[0]).toMatchObject({ makerName: "Acme", name: "Nova 9", huggingFaceId: null });
  expect(readings[0]?.prices).toEqual(parsed.readings[0]?.prices);
});
