import { z } from "zod";

const url = z.url({ protocol: /^https?$/ });

/** An address that may be in a link: `javascript:` and `data:` are addresses too. */
export const WebUrl = z.string().refine(isWebUrl, "Invalid URL").meta({ format: "uri" });

/** Addresses found good before: a night meets each of its 1,500 some thirty times, and reading them again was a twentieth of it. */
const known = new Set<string>();
const MOST_KNOWN = 20_000;

function isWebUrl(text: string): boolean {
  if (known.has(text)) return true;
  const read = url.safeParse(text);
  if (!read.success || read.data !== text) return false;
  if (known.size >= MOST_KNOWN) known.clear();
  known.add(text);
  return true;
}
