/** Resolves once the page shows what was changed so far: time for what nobody waits for. */
export const painted = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
