import { run } from "../../data/catalog.ts";
import { ADVISORY, REPOSITORY } from "../../site/home.ts";
import * as paths from "../../site/paths.ts";

/** RFC 9116. It expires half a year after the data it came with: an abandoned site says so by itself. */
export function GET(): Response {
  const expires = new Date(Date.parse(run.asOf) + HALF_A_YEAR_MS).toISOString();
  const text = `Contact: ${ADVISORY}
Expires: ${expires}
Preferred-Languages: en
Policy: ${REPOSITORY}/blob/main/SECURITY.md
Canonical: ${paths.absolute(`${paths.home()}.well-known/security.txt`)}
`;
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
}

const HALF_A_YEAR_MS = 182 * 86_400_000;
