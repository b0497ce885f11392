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
