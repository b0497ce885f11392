/** The three clouds that sell many makers' models under contracts of their own: catalogues and articles treat them apart from other platforms. */
export const CLOUDS: ReadonlySet<string> = new Set(["amazon-bedrock", "google-vertex", "azure"]);
