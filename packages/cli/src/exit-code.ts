/** What the program says to a script by the way it ends. */
export const EXIT = {
  ok: 0,
  /** `check` found a price that is further off than allowed. */
  drift: 1,
  /** The question cannot be answered as it was put: an unknown model or platform, an option or a file that says nothing. */
  unclear: 2,
  /** The question is clear, and the price is not known. */
  unknown: 3,
  /** The data could be read neither from the site nor from what was kept of it. */
  noData: 4,
  /** The program is wrong somewhere: never taken for a price that is off. */
  fault: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An end with a sentence for the reader and nothing else: no trace of calls. */
export class ExitError extends Error {
  readonly code: ExitCode;

  constructor(message: string, { code, ...options }: ErrorOptions & { readonly code: ExitCode }) {
    super(message, options);
    this.name = "ExitError";
    this.code = code;
  }
}
