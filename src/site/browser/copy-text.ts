/** Copies a text, and says in words what came of it; `refused` is what a reader can do instead. */
export async function copyText(text: string, done: string, refused: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    return `The browser did not allow copying: ${refused}`;
  }
}
