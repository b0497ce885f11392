/** Where a value is → what kinds of value are there, by name: `offers[].prices.input` → `["decimal", "null"]`. */
export type Shape = Readonly<Record<string, readonly string[]>>;

/** Plain texts that a reader's program takes apart. The first that fits names the kind. */
const TEXTS: readonly (readonly [kind: string, form: RegExp])[] = [
  ["decimal", /^-?\d+(\.\d+)?$/],
  ["day", /^\d{4}-\d\d-\d\d$/],
  ["instant", /^\d{4}-\d\d-\d\dT[\d:.]+Z$/],
  ["url", /^https?:\/\/\S+$/],
];

/** The shape of a value as JSON has it. Items of a list are at one place, `[]`. */
export function shapeOf(value: unknown): Shape {
  const kinds = new Map<string, Set<string>>();
  collect(value, "", kinds);
  const sorted = [...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([path, types]) => [path, [...types].toSorted()]));
}

/** What is no longer as the golden shape has it, one line each. What came in addition is no fault. */
export function brokenPromises(golden: Shape, now: Shape): readonly string[] {
  return Object.entries(golden).flatMap(([path, promised]) => {
    const kindsNow = now[path];
    if (kindsNow === undefined) return [`${path} is gone`];
    return kindsNow.join() === promised.join() ? [] : [`${path} was ${promised.join(" or ")}, is ${kindsNow.join(" or ")}`];
  });
}

function collect(value: unknown, path: string, kinds: Map<string, Set<string>>): void {
  const kindsAt = kinds.get(path) ?? new Set<string>();
  kinds.set(path, kindsAt.add(kindOf(value)));
  if (Array.isArray(value)) for (const item of value) collect(item, `${path}[]`, kinds);
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) collect(inner, path === "" ? key : `${path}.${key}`, kinds);
  }
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return TEXTS.find(([, form]) => form.test(value))?.[0] ?? "text";
  if (typeof value === "number") return "number";
  return typeof value;
}
