import { SITE } from "./home.ts";
import { escapeHtml } from "./html-text.ts";
import { memoizeBy } from "./page/memoize-by.ts";
import { embedPolicy } from "./security.ts";

/** A file of the site: its address below the host, and its text. */
export interface SmallFile {
  readonly path: string;
  readonly text: string;
}

/** A page of a kilobyte, written by hand because there are tens of thousands: it says the main thing and where the rest is. */
export interface SmallPage {
  readonly title: string;
  /** Its own address; that of the page it is a piece of, or leads to for ever. */
  readonly path: string;
  /** Where a browser goes at once; null = it stays, as a piece of other people's pages does. */
  readonly forward: string | null;
  /** What is below the title, as HTML. */
  readonly body: string;
}

const CSS =
  "html{color-scheme:light dark;font:93.75%/1.5 system-ui,sans-serif}body{margin:0;padding:.9rem 1rem}a{color:inherit}h1{font-size:1.15rem;margin:0}p{margin:.3rem 0}table{border-spacing:0}td,th{padding:.2rem .9rem .2rem 0;text-align:left}";
/** Of a page that leads on at once: tens of thousands of them stay small. */
const FORWARD_CSS = "html{color-scheme:light dark;font:93.75%/1.5 system-ui,sans-serif}";
const POLICY = escapeHtml(embedPolicy(CSS));
const FORWARD_POLICY = escapeHtml(embedPolicy(FORWARD_CSS));

const originOf = memoizeBy((site: string) => new URL(site).origin);

/** The whole address of a path that `paths.ts` has made: `absolute` would read each of a hundred thousand once more. */
export const smallAddress = (path: string): string => `${originOf(import.meta.env?.SITE ?? SITE)}${path}`;

/** A whole page of a few bytes for an address that only leads on, or says little; its style and policy are in it. */
export function smallPage({ title, path, forward, body }: SmallPage): string {
  const [css, policy] = forward === null ? [CSS, POLICY] : [FORWARD_CSS, FORWARD_POLICY];
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    forward === null
      ? '<meta name="robots" content="noindex">'
      : `<meta http-equiv="refresh" content="0;url=${escapeHtml(forward)}">`,
    `<link rel="canonical" href="${escapeHtml(smallAddress(path))}">`,
    `<style>${css}</style>`,
  ];
  return `<!doctype html>\n<html lang="en"><head>${head.join("")}</head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>\n`;
}

/** `<a href="/a/">words</a>`. */
export const htmlLink = (path: string, text: string): string => `<a href="${escapeHtml(path)}">${escapeHtml(text)}</a>`;
