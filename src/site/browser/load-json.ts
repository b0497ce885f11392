/** One of our own files, so its shape is what we wrote. Throws where it does not load. */
export async function loadJson<Shape>(path: string): Promise<Shape> {
  const found = await loadJsonIfThere<Shape>(path);
  if (found === null) throw new Error(`GET ${path}: 404`);
  return found;
}

/** The same; null = there is no such file. Anything else that goes wrong is thrown. */
export async function loadJsonIfThere<Shape>(path: string): Promise<Shape | null> {
  const response = await fetch(path);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
  return response.json();
}

/**
 * `load`, asked once for each id: `const modelOf = loadOnce((id) => loadJson(paths.api.model(id)))`, and two calls for one id give one promise.
 * What does not load is asked for again the next time.
 */
export function loadOnce<Value>(load: (id: string) => Promise<Value>): (id: string) => Promise<Value> {
  const loaded = new Map<string, Promise<Value>>();
  return (id) => {
    const known = loaded.get(id);
    if (known !== undefined) return known;
    const value = load(id);
    loaded.set(id, value);
    value.catch(() => loaded.delete(id));
    return value;
  };
}
