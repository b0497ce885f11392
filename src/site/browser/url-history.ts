import { painted } from "./paint/painted.ts";

/** Safari takes a hundred changes of the address in half a minute. */
const TYPING_PAUSE_MS = 200;

/** Writes a page's state into the address bar. */
export interface UrlHistory {
  /** A step that can be gone back. */
  go(search: string): void;
  /** The same once what it shows is painted: the address takes a browser as long as the answer does. */
  goOncePainted(search: string): void;
  /** What is typed makes no history of its own: the address follows when the typing pauses. */
  follow(search: string): void;
  /** Writes at once what waits for the typing to pause, or for a frame. */
  settle(): void;
}

/** The address bar of this page; once a page, for it listens to steps back. */
export function urlHistory(): UrlHistory {
  let timer = 0;
  let typed: string | null = null;
  /** A step that is shown and not written yet. Of it and what is typed no more than one waits. */
  let step: string | null = null;
  const url = (search: string) => (search === "" ? location.pathname : search);
  const settle = () => {
    clearTimeout(timer);
    if (typed !== null) history.replaceState(null, "", url(typed));
    if (step !== null) history.pushState(null, "", url(step));
    typed = step = null;
  };
  // Who goes back leaves what was typed behind: it must not be written over the older step.
  addEventListener("popstate", () => {
    clearTimeout(timer);
    typed = step = null;
  });
  return {
    go: (search) => {
      // What was typed before it belongs to the older step: going back takes this one away alone.
      settle();
      history.pushState(null, "", url(search));
    },
    goOncePainted: (search) => {
      settle();
      step = search;
      void painted().then(() => step === search && settle());
    },
    follow: (search) => {
      if (step !== null) settle();
      clearTimeout(timer);
      typed = search;
      timer = window.setTimeout(settle, TYPING_PAUSE_MS);
    },
    settle,
  };
}
