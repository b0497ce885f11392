/**
 * What `refresh` ends with. Node itself ends with 1 to 13 when a program breaks (a missing module, a rejection nobody caught) and with
 * 128 and more when it is killed: none of these may read as a night that held something back.
 */
export const NIGHT_EXIT = {
  /** Written, nothing held. */
  good: 0,
  /** Written, and a guard holds something. */
  held: 20,
  /** Nothing written, and the reason is said. */
  failed: 21,
} as const;
