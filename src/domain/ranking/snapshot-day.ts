/**
 * The day whose kept rows were valid on the asked one: the newest at or before it, since a night keeps rows only when they changed. Asked for
 * 2026-09-01 with rows of 2026-08-22 and 2026-09-03 it is 2026-08-22; null = nothing was kept by then.
 */
export function snapshotDay(days: readonly string[], onDay: string): string | null {
  return (
    days
      .filter((day) => day <= onDay)
      .toSorted()
      .at(-1) ?? null
  );
}

/** A day that is in the calendar: `2026-02-30` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
