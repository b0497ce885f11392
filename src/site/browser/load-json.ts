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
