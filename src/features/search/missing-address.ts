import type { SearchJson } from "../../data/json/search-json.ts";
import { entriesOf, findEverything, type ResultKind, type SearchEntry } from "./find-everything.ts";

/** What may be meant by an address that has no page. */
export type Meant = Pick<SearchEntry, "title" | "path">;

/**
 * What is written much like the last part of an address, best first: `models/openai/gpt-54/` → GPT-5.4. Of a pair that has no page of its own the
 * comparison is first: `compare/deepinfra-vs-nebius/` → `compare/?p=deepinfra,nebius`. `path` is below the site's own address.
 */
export function meantBy(path: string, index: SearchJson): readonly Meant[] {
  const [first = "", ...rest] = partsOf(path);
  const sides = (rest.at(-1) ?? first).split("-vs-");
  const found = sides.map((side) => closest(side, first, index));
  if (first !== "compare" || sides.length < 2) return found.flat().slice(0, MOST);
  const comparison = comparisonOf(sides, index) ?? closestComparison(found);
  return [...(comparison === null ? [] : [comparison]), ...found.flat()].slice(0, MOST);
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

/** Ids as they are, of platforms or of models; null = one of them is nobody's. */
function comparisonOf(sides: readonly string[], { models, platforms }: SearchJson): Meant | null {
  const ids = sides.map((side) => side.toLowerCase());
  const names = ids.map((id) => platforms[id]);
  if (!names.includes(undefined)) return { title: names.join(" vs "), path: `compare/?p=${ids.join(",")}` };
  const chosen = ids.map((id) => models.find(([modelId]) => modelId === id || modelId.endsWith(`/${id}`)));
  if (chosen.includes(undefined)) return null;
  return {
    title: chosen.map((model) => model?.[1]).join(" vs "),
    path: `compare/?m=${chosen.map((model) => model?.[0]).join(",")}`,
  };
}

/** `deepinfra` and `together` → DeepInfra beside Together AI; null = one of them is like no platform. */
function closestComparison(found: readonly (readonly SearchEntry[])[]): Meant | null {
  const platforms = found.map((entries) => entries.find(({ kind }) => kind === "platforms"));
  if (platforms.includes(undefined)) return null;
  const ids = platforms.map((platform) => platform?.path.split("/")[1]);
  return { title: platforms.map((platform) => platform?.title).join(" vs "), path: `compare/?p=${ids.join(",")}` };
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
