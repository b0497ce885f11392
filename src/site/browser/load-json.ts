/** One of our own files, so its shape is what we wrote. Throws where it does not load. */
export async function loadJson<Shape>(path: string): Promise<Shape> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
  return response.json();
}
