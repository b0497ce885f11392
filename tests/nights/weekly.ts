import { test } from "vitest";

/** `npm run fuzz`, every week: what `npm test` leaves out. */
export const isThorough = process.env["FUZZ_RUNS"] !== undefined;

/** A test of `npm run fuzz` alone; in `npm test` there is none of that name, and none that is skipped. */
export function weekly(name: string, run: () => void | Promise<void>): void {
  if (isThorough) test(name, run);
}
