import type { Body } from "../sources/source.ts";

const A_DAY_MS = 86_400_000;

export interface ServerClock {
  /** What the `Date` header of an answer says. */
  readonly onAnswer: (date: string | undefined) => void;
  /** Why our own days cannot be believed: every server says that we are over a day ahead. Null = some server agrees, or none says its time. */
  readonly fault: () => string | null;
}

/** Our clock beside everybody else's. A clock that is behind is the business of the servers that refuse us. */
export function serverClock(now: () => Date): ServerClock {
  let least: { readonly aheadMs: number; readonly date: string } | null = null;
  return {
    onAnswer: (date) => {
      const serverTime = date === undefined ? Number.NaN : Date.parse(date);
      if (date === undefined || Number.isNaN(serverTime)) return;
      const aheadMs = now().getTime() - serverTime;
      if (least === null || aheadMs < least.aheadMs) least = { aheadMs, date };
    },
    fault: () =>
      least === null || least.aheadMs <= A_DAY_MS
        ? null
        : `the clock of this machine says ${now().toISOString()}, and no server a later day than ${least.date}: nothing is written`,
  };
}

/**
 * A body that names its own day, held against the night's: over a day ahead it throws, for its day would become the site's, and what is written
 * for days to come stays. A little ahead, by a clock that runs fast elsewhere, it was read tonight.
 */
export function notAhead(body: Body, nightReadAt: string, night = "this night"): Body {
  const aheadMs = Date.parse(body.readAt) - Date.parse(nightReadAt);
  if (aheadMs > A_DAY_MS) throw new Error(`${body.url} is dated ${body.readAt}, ahead of ${night} of ${nightReadAt}`);
  return aheadMs > 0 ? { ...body, readAt: nightReadAt } : body;
}
