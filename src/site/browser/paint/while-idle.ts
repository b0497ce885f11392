/** A step is begun while so many milliseconds are left. */
const LEAST_MS = 1;

/** Takes one step after another while nobody waits, each a `next()`; none in a browser that does not tell when that is. */
export function whileIdle(steps: Iterator<unknown>): void {
  if (typeof requestIdleCallback === "undefined") return;
  const some = (deadline: IdleDeadline) => {
    while (deadline.timeRemaining() > LEAST_MS) if (steps.next().done === true) return;
    requestIdleCallback(some);
  };
  requestIdleCallback(some);
}
