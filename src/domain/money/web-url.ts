import { z } from "zod";

const url = z.url({ protocol: /^https?$/ });

/** An address that may be in a link: `javascript:` and `data:` are addresses too. */
export const WebUrl = z.string().refine(isWebUrl, "Invalid URL").meta({ format: "uri" });

/** Addresses found good before: a night meets each of its 1,500 some thirty times, and reading them again was a twentieth of it. */
const goodAddresses = new Set<string>();
const MOST_KNOWN = 20_000;

function isWebUrl(text: string): boolean {
  if (goodAddresses.has(text)) return true;
  const read = url.safeParse(text);
  if (!read.success || read.data !== text) return false;
  if (goodAddresses.size >= MOST_KNOWN) goodAddresses.clear();
  goodAddresses.add(text);
  return true;
}
