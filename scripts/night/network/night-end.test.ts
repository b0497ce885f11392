import { describe, expect, test } from "vitest";
import { nightEnd } from "./night-end.ts";
import { serverClock } from "./server-clock.ts";

const URL = "https://acme.example/prices";
const later = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve("read"), ms));

describe("the end of the night", () => {
  test("a read that hangs is not read, and says why; one that came is there", async () => {
    const end = nightEnd(50);
    const [hangs, comes] = [end.within(URL, () => new Promise(() => undefined)), end.within(URL, () => later(1))];
    await expect(hangs).rejects.toThrow(`GET ${URL}: not read, the night's 0 minutes are over`);
    expect(await comes).toBe("read");
  });

  test("a host that hangs is not read, and says whose time is over", async () => {
    const hangs = nightEnd(20, "acme.example's").within(URL, () => new Promise(() => undefined));
    await expect(hangs).rejects.toThrow(`GET ${URL}: not read, acme.example's 0 minutes are over`);
  });

  test("nothing is asked after it", async () => {
    const end = nightEnd(1);
    await later(20);
    let requestCount = 0;
    const answer = end.within(URL, () => {
      requestCount += 1;
      return later(0);
    });
    await expect(answer).rejects.toThrow("are over");
    expect(requestCount).toBe(0);
  });

  test("without an end a read takes as long as it takes", async () => {
    expect(await nightEnd(null).within(URL, () => later(20))).toBe("read");
  });
});

describe("our clock beside the servers'", () => {
  const NOW = "2026-08-22T04:00:00Z";
  const http = (iso: string) => new Date(iso).toUTCString();
  test.each<[string, readonly (string | undefined)[], boolean]>([
    ["no server says its time", [undefined, undefined], false],
    ["they agree", [http(NOW)], false],
    ["they are ahead of us", [http("2027-08-22T04:00:00Z")], false],
    ["all say yesterday's date", [http("2026-08-20T04:00:00Z"), http("2026-08-20T04:01:00Z")], true],
    ["one of them agrees", [http("2025-08-20T04:00:00Z"), http(NOW)], false],
    ["all say last year", [http("2025-08-22T04:00:00Z"), undefined], true],
    ["a date nobody can read", ["yesterday"], false],
  ])("%s", (_, dates, isRefused) => {
    const clock = serverClock(() => new Date(NOW));
    for (const date of dates) clock.onAnswer(date);
    expect(clock.fault() !== null).toBe(isRefused);
  });
});
