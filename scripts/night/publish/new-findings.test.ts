import { expect, test } from "vitest";
import type { Finding } from "../../../src/domain/source/finding.ts";
import { newTonight } from "./new-findings.ts";

const held = (rule: string, subject: string, detail: string): Finding => ({
  rule,
  action: "hold",
  scope: "offer",
  subject,
  detail,
});
const unknown = (names: string) => held("platformUnknown", "platforms.json", `platforms wait: ${names}`);

test.each<[string, readonly Finding[], readonly Finding[], string | null]>([
  ["nothing new", [held("priceJump", "a", "1 to 10")], [held("priceJump", "a", "1 to 11")], null],
  ["a row", [], [held("priceJump", "a", "1 to 10")], "New tonight (1):\n\n- priceJump a: 1 to 10"],
  ["the same platforms", [unknown("above, amd")], [unknown("above, amd")], null],
  ["a platform less", [unknown("above, amd")], [unknown("amd")], null],
  [
    "a platform more",
    [unknown("above, amd")],
    [unknown("above, amd, tempr")],
    "New tonight (1):\n\n- platformUnknown platforms.json: nobody has written down tempr",
  ],
])("%s", (_, before, after, news) => {
  expect(newTonight(before, after)).toBe(news);
});
