import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { drawnInTurn } from "./draw-in-turn.ts";

const HEIGHT = 900;
let frames: (() => void)[] = [];
let drawn: string[] = [];

beforeEach(() => {
  frames = [];
  drawn = [];
  vi.useFakeTimers();
  vi.stubGlobal("innerHeight", HEIGHT);
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => frames.push(run));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A place at so many pixels from the top of the window, 100 high. */
const at = (top: number) => ({ isConnected: true, getBoundingClientRect: () => ({ top, bottom: top + 100 }) });
/** A place without a box: hidden, or in no page. */
const nowhere = (page: "inPage" | "inNoPage") => ({
  isConnected: page === "inPage",
  getBoundingClientRect: () => ({ top: 0, bottom: 0 }),
});
const part = (name: string, place: ReturnType<typeof at>) => ({ place, draw: () => void drawn.push(name) });

/** The browser paints, and takes up what waits for that. */
async function paint(): Promise<void> {
  for (const frame of frames.splice(0)) frame();
  await vi.advanceTimersByTimeAsync(10);
}

test("what is in sight is drawn at once, the rest after the frame that shows it", async () => {
  drawnInTurn()([part("below", at(2_000)), part("here", at(300)), part("above", at(-500))]);
  expect(drawn).toEqual(["here"]);
  await paint();
  expect(drawn).toEqual(["here", "below", "above"]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(drawn).toHaveLength(3);
});

test("where nothing is in sight nothing waits", () => {
  drawnInTurn()([part("below", at(2_000)), part("further", at(3_000))]);
  expect(drawn).toEqual(["below", "further"]);
});

test("a page that paints nothing is drawn by the clock", async () => {
  drawnInTurn()([part("here", at(0)), part("below", at(2_000))]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(drawn).toEqual(["here", "below"]);
});

test("a part that waits is drawn once, as the last call has it, and at once when it has come into sight", async () => {
  const draw = drawnInTurn();
  const [here, below, moved] = [at(0), at(2_000), at(3_000)];
  draw([part("old here", here), part("old below", below), part("old moved", moved)]);
  moved.getBoundingClientRect = at(400).getBoundingClientRect;
  draw([part("here", here), part("below", below)]);
  expect(drawn).toEqual(["old here", "old moved", "here"]);
  await paint();
  expect(drawn).toEqual(["old here", "old moved", "here", "below"]);
});

test("what is hidden is drawn at once, what stands in no page yet after the frame", async () => {
  drawnInTurn()([part("hidden", nowhere("inPage")), part("new", nowhere("inNoPage")), part("here", at(0))]);
  expect(drawn).toEqual(["hidden", "here"]);
  await paint();
  expect(drawn).toEqual(["hidden", "here", "new"]);
});
