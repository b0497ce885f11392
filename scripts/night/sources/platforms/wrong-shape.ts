/** As much of an odd value as a finding quotes. */
const QUOTED_CHARACTERS = 80;

/** A body, or a row of it, that is not as its spec says: it names the path and quotes the value. */
export class WrongShape extends Error {
  override readonly name = "WrongShape";
}

/** `wrongShape("data[3].pricing.input", {}, "a decimal as text")` says `data[3].pricing.input is {}, not a decimal as text`. */
export const wrongShape = (path: string, value: unknown, wanted: string): WrongShape =>
  new WrongShape(`${path === "" ? "the body" : path} is ${quotedValue(value)}, not ${wanted}`);

/** The value as JSON, cut where it gets long: `{"prompt":null}`, `"abc"`, `missing`. */
export function quotedValue(value: unknown): string {
  const text = value === undefined ? "missing" : JSON.stringify(value);
  return text.length > QUOTED_CHARACTERS ? `${text.slice(0, QUOTED_CHARACTERS)}…` : text;
}
