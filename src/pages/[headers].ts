import { inlineLoader } from "virtual:browser-modules";
import { headersFile, sectionsOf } from "../site/headers.ts";
import * as paths from "../site/paths.ts";
import { headerPolicy } from "../site/security.ts";

/** `/_headers`: a file of pages that begins with an underscore would be no page, so the name is a parameter. */
export function getStaticPaths() {
  return [{ params: { headers: "_headers" } }];
}

export function GET(): Response {
  return new Response(
    headersFile(paths.home(), sectionsOf(Object.keys(import.meta.glob("./**/*.astro"))), headerPolicy(inlineLoader())),
  );
}
