import { type ComparedIds, comparedQuery, MOST_COMPARED } from "./compared.ts";

/** A model or a platform that a reader ticked, by the letter it has in addresses. */
export interface TrayPick {
  readonly kind: "m" | "p";
  readonly id: string;
  readonly name: string;
}

/** What a link of a list leads to: `/models/openai/gpt-5.4/` → `m` `openai/gpt-5.4`; null = to neither a model nor a platform. */
export function pickOf(path: string, name: string, base: string): TrayPick | null {
  const [, folder, id = ""] = /^(models|platforms)\/(.+)\/$/.exec(path.startsWith(base) ? path.slice(base.length) : "") ?? [];
  if (folder === "models") return /^[^/]+\/[^/]+$/.test(id) ? { kind: "m", id: decodeURIComponent(id), name } : null;
  return folder === "platforms" && !id.includes("/") ? { kind: "p", id: decodeURIComponent(id), name } : null;
}

/** With one more; null where six of its kind are there. What is there already is not taken twice. */
export function withPick(picks: readonly TrayPick[], pick: TrayPick): readonly TrayPick[] | null {
  if (isPicked(picks, pick)) return picks;
  return picks.filter(({ kind }) => kind === pick.kind).length < MOST_COMPARED ? [...picks, pick] : null;
}

/** The picks without one. */
export const withoutPick = (picks: readonly TrayPick[], pick: TrayPick): readonly TrayPick[] =>
  picks.filter((each) => !isSame(each, pick));

/** Whether a pick is among them. */
export const isPicked = (picks: readonly TrayPick[], pick: TrayPick): boolean => picks.some((each) => isSame(each, pick));

const isSame = (a: TrayPick, b: TrayPick): boolean => a.kind === b.kind && a.id === b.id;

/** The address of their comparison: `?p=openrouter&m=openai/gpt-5.4`. */
const picksQuery = (picks: readonly TrayPick[]): string => comparedQuery(comparedOf(picks));

/**
 * The same for the workload and the region that the page at hand is looked at with: `?workload=rag&sort=input` adds `&workload=rag`. A ranking has its
 * workload in its path: `pageWorkload`; null = the page is of none.
 */
export function picksQueryFrom(picks: readonly TrayPick[], search: string, pageWorkload: string | null): string {
  const query = new URLSearchParams(search);
  if (pageWorkload !== null) query.set("workload", pageWorkload);
  const carriedParams = CARRIED.flatMap((name) =>
    query.has(name) ? [`${name}=${encodeURIComponent(query.get(name) ?? "")}`] : [],
  );
  return [picksQuery(picks), ...carriedParams].join("&");
}

/** What means the same in the address of a model's page, a ranking and a comparison. */
const CARRIED = ["workload", "region", "requests", "in", "out", "cached", "written", "keep", "batch", "peak"];

const comparedOf = (picks: readonly TrayPick[]): ComparedIds => {
  const ids = (wanted: TrayPick["kind"]) => picks.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
  return { platforms: ids("p"), models: ids("m") };
};

/** What was kept. Text that cannot be read counts as nothing kept. */
export function readPicks(text: string | null): readonly TrayPick[] {
  try {
    const storedPicks: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(storedPicks) ? storedPicks.filter(isPick) : [];
  } catch {
    return [];
  }
}

function isPick(value: unknown): value is TrayPick {
  if (typeof value !== "object" || value === null || !("kind" in value && "id" in value && "name" in value)) return false;
  return (value.kind === "m" || value.kind === "p") && typeof value.id === "string" && typeof value.name === "string";
}
