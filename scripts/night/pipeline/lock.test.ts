import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { lockDirectory } from "./lock.ts";

const folder = mkdtempSync(join(tmpdir(), "token-parity-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("one data directory has one lock, by whatever path it is reached", async () => {
  const [real, link] = [join(folder, "generated"), join(folder, "link")];
  mkdirSync(real);
  symlinkSync(real, link);
  const unlock = await lockDirectory(`${link}/`);
  await expect(lockDirectory(real)).rejects.toThrow("another refresh is writing");
  await expect(lockDirectory(link)).rejects.toThrow("another refresh is writing");
  await unlock();
  await (await lockDirectory(real))();
});
