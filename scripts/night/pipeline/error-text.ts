import { z } from "zod";

/** An error and its causes on one line. A schema's error is in the text already: it is no further cause. */
export function errorText(error: unknown): string {
  return messages(error).join(": ");
}

function messages(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  return error.cause === undefined || error.cause instanceof z.ZodError
    ? [error.message]
    : [error.message, ...messages(error.cause)];
}
