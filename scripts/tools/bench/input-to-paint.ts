import type { CDPSession, Page } from "@playwright/test";

/** What one action cost, in milliseconds of a machine so many times slower as the throttle says. */
export interface ActionTimes {
  /** From the input event to the frame that shows its result. */
  readonly paintMs: number;
  /** What the main thread does after the input until it has nothing left to do. */
  readonly workMs: number;
}

/** An action on an open page; `result` are the elements whose text is another once it is shown. */
export interface MeasuredAction {
  readonly result: string;
  readonly act: (page: Page) => Promise<void>;
}

const LATEST_MS = 20_000;
/** The main thread has come to rest when it worked less than this between two looks. */
const REST_MS = 4;
const LOOK_EVERY_MS = 120;
const INPUTS = ["keydown", "click"] as const;

/** Does the action and says what it cost. Throws where its result does not come within 20 s. */
export async function timeAction(page: Page, cdp: CDPSession, { result, act }: MeasuredAction): Promise<ActionTimes> {
  const watch = await page.evaluateHandle(watchPaint, { result, inputs: INPUTS, latestMs: LATEST_MS });
  await atRest(cdp);
  const before = await taskMs(cdp);
  await act(page);
  const paintMs = await watch.evaluate(({ paint }) => paint);
  const after = await atRest(cdp);
  if (paintMs === null) throw new Error(`${result} was not another ${LATEST_MS} ms after the input`);
  return { paintMs, workMs: after - before };
}

/** Slows the page's processor down, as DevTools do. */
export async function throttled(page: Page, times: number): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: times });
  return cdp;
}

async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
}

/** The counter once the main thread rests. */
async function atRest(cdp: CDPSession): Promise<number> {
  let last = await taskMs(cdp);
  for (let calm = 0, looks = 0; calm < 2 && looks < 200; looks += 1) {
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
    const now = await taskMs(cdp);
    calm = now - last < REST_MS ? calm + 1 : 0;
    last = now;
  }
  return last;
}

interface Watch {
  readonly result: string;
  readonly inputs: readonly string[];
  readonly latestMs: number;
}

/** Runs in the page: looks at the result in every frame from the input on, and takes the time right after the frame that has another. */
function watchPaint({ result, inputs, latestMs }: Watch): { readonly paint: Promise<number | null> } {
  const texts = () => [...document.querySelectorAll(result)].map(({ textContent }) => textContent).join("|");
  const before = texts();
  const paint = new Promise<number | null>((done) => {
    const begin = ({ timeStamp }: Event) => {
      for (const type of inputs) removeEventListener(type, begin, true);
      const look = () => {
        if (performance.now() - timeStamp > latestMs) return done(null);
        if (texts() === before) return requestAnimationFrame(look);
        // A message is taken up once the frame is painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - timeStamp);
        return port2.postMessage(null);
      };
      requestAnimationFrame(look);
    };
    for (const type of inputs) addEventListener(type, begin, true);
  });
  return { paint };
}
