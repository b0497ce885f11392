import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { threadEnd } from "./thread-end.ts";

const ended = (code: string) => {
  const worker = new Worker(`const { parentPort } = require("node:worker_threads"); ${code}`, { eval: true });
  return threadEnd(worker, (said: number) => (said < 0 ? said : null));
};

test("a thread ends with the word that is its last, whatever it said before", async () => {
  expect(await ended("parentPort.postMessage(1); parentPort.postMessage(-2);")).toBe(-2);
});

test.each([
  ["throws", "throw new Error('no room')", /no room/],
  ["goes away", "process.exit(0)", /ended with 0 before its work was done/],
  ["comes to its end without a word", "parentPort.postMessage(1)", /ended with 0 before its work was done/],
])("one that %s fails whoever waits for it", async (_, code, message) => {
  await expect(ended(code)).rejects.toThrow(message);
});
