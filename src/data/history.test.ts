import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { aHistory } from "../../tests/builders/a-history.ts";
import { anOffer } from "../../tests/builders/an-offer.ts";
import { changeLine } from "../domain/history/change.ts";
import { historyReader } from "./history.ts";

const changes = aHistory({ "2026-07-31": [anOffer()], "2026-08-01": [anOffer({ id: "acme/mega@hostly" })] });

function aDirectory(): string {
  const dir = join(mkdtempSync(join(tmpdir(), "token-parity-history-")), "generated");
  mkdirSync(join(dir, "history", "2026"), { recursive: true });
  for (const month of ["2026-07", "2026-08"]) {
    const lines = changes.filter(({ day }) => day.startsWith(month)).map((change) => `${changeLine(change)}\n`);
    writeFileSync(join(dir, "history", "2026", `${month}.jsonl`), lines.join(""));
  }
  return dir;
}

test("every month is read, oldest first, and a model's lines are found by its id", () => {
  const reader = historyReader(aDirectory());
  expect(reader.allChanges).toEqual(changes);
  expect(reader.changesOf("acme/mega").map(({ day, meter }) => `${day} ${meter}`)).toEqual([
    "2026-08-01 input",
    "2026-08-01 output",
  ]);
  expect(reader.changesOf("acme/unheard-of")).toEqual([]);
});

test("the site's own history is read once", async () => {
  vi.resetModules();
  const { history } = await import("./history.ts");
  vi.stubEnv("TOKEN_PARITY_DATA", join(aDirectory(), ".."));
  expect(history().allChanges).toHaveLength(changes.length);
  vi.stubEnv("TOKEN_PARITY_DATA", "/nowhere");
  expect(history().allChanges).toHaveLength(changes.length);
  vi.unstubAllEnvs();
});

test("a directory without history has none", () => {
  expect(historyReader(mkdtempSync(join(tmpdir(), "token-parity-history-"))).allChanges).toEqual([]);
});
