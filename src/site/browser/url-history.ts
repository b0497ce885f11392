/** Safari takes a hundred changes of the address in half a minute. */
const TYPING_PAUSE_MS = 200;

/** Writes a page's state into the address bar. */
export interface UrlHistory {
  /** A step that can be gone back. */
  go(search: string): void;
  /** What is typed makes no history of its own: the address follows when the typing pauses. */
  follow(search: string): void;
  /** Writes at once what waits for the typing to pause. */
  settle(): void;
}

/** The address bar of this page; once a page, for it listens to steps back. */
export function urlHistory(): UrlHistory {
  let timer = 0;
  let typed: string | null = null;
  const url = (search: string) => (search === "" ? location.pathname : search);
  const settle = () => {
    clearTimeout(timer);
    if (typed !== null) history.replaceState(null, "", url(typed));
    typed = null;
  };
  // Who goes back leaves what was typed behind: it must not be written over the older step.
  addEventListener("popstate", () => {
    clearTimeout(timer);
    typed = null;
  });
  return {
    go: (search) => {
      // What was typed before it belongs to the older step: going back takes this one away alone.
      settle();
      history.pushState(null, "", url(search));
    },
    follow: (search) => {
      clearTimeout(timer);
      typed = search;
      timer = window.setTimeout(settle, TYPING_PAUSE_MS);
    },
    settle,
  };
}
