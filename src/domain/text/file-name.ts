/** Endings that make a folder look like a file, or a page's address that of its neighbour's twin or feed. */
const FILE_ENDING = /\.(html|md|xml|json|svg|png|csv|ics|txt)$/;

/** Names no folder or file can have on Windows, with whatever behind their first dot. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/;

/**
 * One part of an id as it names files on every system: `x.html` → `x.html~`, `con` → `con~`, `con.1` → `con~.1`, `x..` → `x..~`, anything else as
 * it is. No id holds a `~`, so that two ids never share a name.
 */
export function fileName(part: string): string {
  const name = part.replace(RESERVED, "$1~");
  return FILE_ENDING.test(name) || name.endsWith(".") ? `${name}~` : name;
}

/** `acme/x.md` → `acme/x.md~`. */
export const modelPath = (modelId: string): string => modelId.split("/").map(fileName).join("/");

/** The two parts of a model's routes. */
export function modelParams(modelId: string): { readonly maker: string; readonly slug: string } {
  const [maker = "", slug = ""] = modelPath(modelId).split("/");
  return { maker, slug };
}
