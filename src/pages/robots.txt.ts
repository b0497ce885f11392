import * as paths from "../site/paths.ts";

export function GET(): Response {
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${paths.absolute(paths.sitemap())}\n`);
}
