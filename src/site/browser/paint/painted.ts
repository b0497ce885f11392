/** A page out of sight paints nothing: what waits for that then comes by the clock. */
const NO_FRAME_MS = 250;

/** Resolves once the page shows what was changed so far: time for what nobody waits for. */
export const painted = (): Promise<void> =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, NO_FRAME_MS);
  });
