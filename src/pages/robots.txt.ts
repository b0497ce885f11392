import { absolute, paths } from "../site/paths.ts";

export function GET(): Response {
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(paths.sitemap())}\n`);
}
