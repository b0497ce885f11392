import type { SearchJson } from "../../data/json/search-json.ts";
import { entriesOf, findEverything, type ResultKind, type SearchEntry } from "./find-everything.ts";

/** What may be meant by an address that has no page. */
export interface Meant {
  /** Two to six platforms, or models, side by side: where they stand. Null = the address asks for nothing of the kind, or for others. */
  readonly comparison: string | null;
  /** What is written much like its last part, best first. */
  readonly entries: readonly Pick<SearchEntry, "title" | "path">[];
}

/** `compare/deepinfra-vs-nebius/` → `compare/?p=deepinfra,nebius`; `models/openai/gpt-54/` → GPT-5.4. `path` is below the site's own address. */
export function meantBy(path: string, index: SearchJson): Meant {
  const [first = "", ...rest] = partsOf(path);
  const last = rest.at(-1) ?? first;
  const sides = last.split("-vs-");
  const found = sides.map((side) => closest(side, first, index));
  const isComparison = first === "compare" && sides.length > 1;
  return {
    comparison: isComparison ? comparisonOf(sides, index) : null,
    entries: [...(isComparison ? closestComparison(found) : []), ...found.flat()].slice(0, MOST),
  };
}

/** `deepinfra` and `together` → DeepInfra beside Together AI; nothing where one of them is like no platform. */
function closestComparison(found: readonly (readonly SearchEntry[])[]): Meant["entries"] {
  const platforms = found.map((entries) => entries.find(({ kind }) => kind === "platforms"));
  const known = platforms.filter((each) => each !== undefined);
  if (known.length < found.length) return [];
  const ids = known.map(({ path }) => path.split("/")[1]);
  return [{ title: known.map(({ title }) => title).join(" vs "), path: `compare/?p=${ids.join(",")}` }];
}

/** As many as are seen at a glance. */
const MOST = 6;

/** Without what ends a file's name: `/models/a/b.md` → `models`, `a`, `b`. */
function partsOf(path: string): readonly string[] {
  const parts = path.split("/").filter((part) => part !== "" && part !== "index.html");
  return parts.map((part) => decoded(part).replace(/\.(html?|md|xml|json|svg|png)$/, ""));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function comparisonOf(sides: readonly string[], { models, platforms }: SearchJson): string | null {
  const ids = sides.map((side) => side.toLowerCase());
  if (ids.every((id) => platforms[id] !== undefined)) return `compare/?p=${ids.join(",")}`;
  const modelIds = ids.map((id) => models.find(([modelId]) => modelId === id || modelId.endsWith(`/${id}`))?.[0]);
  return modelIds.includes(undefined) ? null : `compare/?m=${modelIds.join(",")}`;
}

/** What the first part of an address leads to. */
const KINDS: ReadonlyMap<string, readonly ResultKind[]> = new Map([
  ["models", ["models", "makers"]],
  ["platforms", ["platforms"]],
  ["compare", ["platforms", "models"]],
]);

/** Of what the first part of the address leads to, where any is like it. */
function closest(text: string, section: string, index: SearchJson): readonly SearchEntry[] {
  const { groups } = findEverything(entriesOf(index), text.replace(/[-_+]+/g, " "));
  const kinds = KINDS.get(section) ?? ["pages"];
  const asked = groups.filter(({ kind }) => kinds.includes(kind));
  return (asked.length > 0 ? asked : groups).flatMap(({ entries }) => entries).slice(0, section === "compare" ? 2 : MOST);
}
