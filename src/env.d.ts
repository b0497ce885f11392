/// <reference types="astro/client" />

/** Made by scripts/browser-modules.mjs. */
declare module "virtual:browser-modules" {
  /** The minified code of src/site/browser/loader.js, to stand inline in every page. */
  export function inlineLoader(): string;
  /** The address of a file of a feature's `browser` folder, for `data-module`: `moduleUrl("finder.ts")`. Throws when there is none. */
  export function moduleUrl(file: string): string;
}
