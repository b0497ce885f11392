/** Safari takes a hundred changes of the address in half a minute. */
const TYPING_PAUSE_MS = 200;

/** Writes a page's state into the address bar. */
export interface Address {
  /** A step that can be gone back. */
  go(search: string): void;
  /** What is typed makes no history of its own: the address follows when the typing pauses. */
  follow(search: string): void;
}

export function address(): Address {
  let timer = 0;
  const url = (search: string) => (search === "" ? location.pathname : search);
  return {
    go: (search) => {
      clearTimeout(timer);
      history.pushState(null, "", url(search));
    },
    follow: (search) => {
      clearTimeout(timer);
      timer = window.setTimeout(() => history.replaceState(null, "", url(search)), TYPING_PAUSE_MS);
    },
  };
}
