import { createHash } from "node:crypto";

/**
 * The Content-Security-Policy of a page whose only inline code is one style sheet and one script. Written here and not by Astro's
 * `security.csp`, which puts the hash of every chunk and of its unused island runtime into every page (370 bytes compressed, this 150).
 */
export function contentSecurityPolicy(style: string, script: string): string {
  const key = `${style}\n${script}`;
  const policy = policies.get(key) ?? makePolicy(style, script);
  policies.set(key, policy);
  return policy;
}

/** Every page of a build has the same. */
const policies = new Map<string, string>();

function makePolicy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${source(script)}`,
    `style-src ${source(style)}`,
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join(";");
}

/** The policy of a page made to be in other people's pages: it runs nothing, loads nothing, sends nothing. */
export const embedPolicy = (style: string): string =>
  ["default-src 'none'", `style-src ${source(style)}`, "form-action 'none'", "base-uri 'none'"].join(";");

/**
 * The policy as a header, for hosts that send one. Kinds of pages differ in their style sheet, so each page says that itself; here stands
 * everything else, and what a page cannot say of itself: that it may not be framed.
 */
export function headerPolicy(script: string): string {
  return [
    `script-src 'self' ${source(script)}`,
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join(";");
}

/** `'sha256-…'`, the base64 digest of the exact text between the tags. */
const source = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** JSON that may stand inside a script element: no text from upstream can end it early. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}
