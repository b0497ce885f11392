// Which of the browser's modules share a file. Left to itself the bundler writes one for every set of modules that use a piece of code: the first touch of a table
// of offers asked for 42 files, each packed on its own, a fifth of its weight for nothing.

/** Modules that rank prices: they take nearly the same of the domain, and of the words of its answers. */
const RANKING = ["offers", "best", "compare", "calculator"];
/** Two more of a model's page, which take less. */
const OF_A_MODEL = ["offers", "mix", "clock"];
const PRICED = new Set([...RANKING, ...OF_A_MODEL]);
/** Modules that take a little of what four of the priced ones take too, each of another kind: that has a file for each kind. */
const GUESTS = { history: "offer-kit", "finder-saves": "table-kit" };
/** What so many modules take, and is this short, is in one file: who takes one of it has soon taken most. */
const KIT_USERS = 8;
const KIT_LETTERS = 1_200;

/**
 * Rolldown's `codeSplitting` for the modules of the browser; `takeStock` is called with the bundler's context once all is parsed. A piece of code
 * without a group is where the bundler puts it: beside the one module that uses it.
 */
export function chunkGroups() {
  const users = new Map();
  const letters = new Map();
  // What the bundler itself adds has an id that begins like this.
  const nameOf = (id) => (id.startsWith("\0") ? null : groupOf([...(users.get(id) ?? [])], letters.get(id) ?? 0));
  return {
    takeStock(context) {
      for (const id of context.getModuleIds()) {
        const { code, isEntry, dynamicImporters } = context.getModuleInfo(id) ?? {};
        letters.set(id, code?.length ?? 0);
        if (!isEntry && !(dynamicImporters?.length > 0)) continue;
        const user = { name: /([\w-]+)\.\w+$/.exec(id)?.[1] ?? id, isEntry, isIsland: id.endsWith(".tsx") };
        for (const each of importedFrom(id, context)) users.set(each, [...(users.get(each) ?? []), user]);
      }
    },
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: nameOf }] },
  };
}

/** A module and all that comes with it. */
function importedFrom(id, context) {
  const found = new Set([id]);
  for (const each of found) for (const next of context.getModuleInfo(each)?.importedIds ?? []) found.add(next);
  return found;
}

/** The file of code that these modules use; null = the bundler's own choice. What is imported later counts as a user, and names no file. */
function groupOf(users, letters) {
  const names = [...new Set(users.flatMap(({ name, isEntry }) => (isEntry ? [name] : [])))];
  if (names.length === 0 || users.length === 1) return null;
  if (names.length >= KIT_USERS && letters <= KIT_LETTERS) return "kit";
  const priced = names.filter((name) => PRICED.has(name));
  const others = names.filter((name) => !PRICED.has(name));
  // A chart takes a little of much.
  if (users.some(({ isIsland }) => isIsland)) return null;
  if (others.length > 1 || (others.length === 1 && priced.length < 4)) return null;
  if (others.length === 1) return GUESTS[others[0]] ?? null;
  if (priced.length === 1) return `${priced[0]}-parts`;
  const ranking = RANKING.filter((name) => priced.includes(name));
  if (ranking.length >= 3) return "prices";
  if (priced.every((name) => OF_A_MODEL.includes(name))) return "model-prices";
  return ranking.length === 2 ? ranking.join("-and-") : null;
}
