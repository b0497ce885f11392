/** The published files, wherever they come from. */
export interface SiteFiles {
  /** What the file at a path below `/api/v1/` holds, packed (`.json.gz`) or not: `json("models.json")`. Null where there is no such file. Stops where nothing can be read. */
  json(path: string): Promise<unknown>;
}
