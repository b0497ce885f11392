import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
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

test("a lock left by a run that died an hour ago holds nobody up", async () => {
  const dir = join(folder, "after-a-crash");
  mkdirSync(`${dir}.lock`);
  const anHourAgo = Date.now() / 1_000 - 3_600;
  utimesSync(`${dir}.lock`, anHourAgo, anHourAgo);
  await (await lockDirectory(dir))();
});

test("a lock that cannot be made says why, and not that another refresh is at work", async () => {
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  await expect(lockDirectory(join(file, "generated"))).rejects.toThrow(/ENOTDIR/);
});
