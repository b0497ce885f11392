import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { urlHistory } from "./url-history.ts";

let entries: string[] = [];
let stepBack: () => void = () => undefined;

beforeEach(() => {
  entries = ["/best/"];
  vi.useFakeTimers();
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("location", { pathname: "/best/" });
  vi.stubGlobal("addEventListener", (_type: string, listen: () => void) => {
    stepBack = listen;
  });
  vi.stubGlobal("history", {
    pushState: (_state: null, _title: string, url: string) => entries.push(url),
    replaceState: (_state: null, _title: string, url: string) => entries.splice(-1, 1, url),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("what is typed changes the last entry once the typing pauses, and makes none of its own", () => {
  const bar = urlHistory();
  bar.follow("?out=9");
  bar.follow("?out=90");
  expect(entries).toEqual(["/best/"]);
  vi.advanceTimersByTime(1_000);
  expect(entries).toEqual(["?out=90"]);
});

test("a step that comes before the typing pauses is gone back alone: what was typed is in the entry before it", () => {
  const bar = urlHistory();
  bar.follow("?out=90");
  bar.go("?out=90&maker=openai");
  vi.advanceTimersByTime(1_000);
  expect(entries).toEqual(["?out=90", "?out=90&maker=openai"]);
});

test("a step that waits for its frame is in the entries before the next step, and before what is typed after it", async () => {
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => setTimeout(draw, 16));
  const bar = urlHistory();
  bar.goOncePainted("?sort=input");
  expect(entries).toEqual(["/best/"]);
  bar.goOncePainted("?sort=output");
  expect(entries).toEqual(["/best/", "?sort=input"]);
  await vi.advanceTimersByTimeAsync(20);
  expect(entries).toEqual(["/best/", "?sort=input", "?sort=output"]);
  bar.goOncePainted("?sort=name");
  bar.follow("?sort=name&out=9");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(entries.slice(3)).toEqual(["?sort=name&out=9"]);
});

test("who steps back leaves what was typed behind", () => {
  const bar = urlHistory();
  bar.follow("?out=90");
  stepBack();
  vi.advanceTimersByTime(1_000);
  bar.settle();
  expect(entries).toEqual(["/best/"]);
});
