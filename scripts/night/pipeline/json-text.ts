/** The parsed body, or an error whose message is the cause alone; the caller adds which body it was. */
export function parseJsonText(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === "") throw new Error("the body is empty");
  if (trimmed.startsWith("<")) throw new Error("the body is HTML, not JSON");
  try {
    return JSON.parse(trimmed);
  } catch (cause) {
    throw new Error(`the body is no JSON or is cut short (${text.length} characters)`, { cause });
  }
}

/** The message of anything that can be thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
