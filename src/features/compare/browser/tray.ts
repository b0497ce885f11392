import { sayNotLoaded } from "../../../site/browser/not-loaded.ts";
import type * as Ticks from "./parts/tray-ticks.ts";

/**
 * A list's button puts ticks into its rows; where something is ticked already, the loader brings this module on every page of the session that
 * has such a button. What it does comes only then.
 */

let started: Promise<typeof Ticks> | null = null;

async function start(): Promise<typeof Ticks> {
  const ticks = await import("./parts/tray-ticks.ts");
  ticks.startTray();
  return ticks;
}

addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>("[data-tick]") : null;
  if (button === null) return;
  started ??= start();
  started.then(
    ({ pressTick }) => pressTick(button),
    () => sayNotLoaded(button),
  );
});

/** Blocked storage keeps nothing. */
function hasTicks(): boolean {
  try {
    return sessionStorage.getItem("t") !== null;
  } catch {
    return false;
  }
}

if (hasTicks()) {
  started = start();
  await started;
}
