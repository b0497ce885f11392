/** Sent with every file. What else a page may do is said by its own policy. */
const EVERYWHERE = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Strict-Transport-Security": "max-age=31536000",
} as const;

const ATOM = "application/atom+xml; charset=utf-8";

/** What hosts would send as plain XML or JSON. Of the rules no two match one address: some hosts would send both types. */
const FEEDS: readonly (readonly [address: string, type: string])[] = [
  ["changes.xml", ATOM],
  ["models/:maker.xml", ATOM],
  ["models/:maker/:model.xml", ATOM],
  ["platforms/:platform.xml", ATOM],
  ["changes.json", "application/feed+json; charset=utf-8"],
];

/** Pages that are made to be in other people's pages. */
const FRAMED = "embed";

/**
 * `_headers`, as Netlify and Cloudflare Pages read it. Rules that match the same address add up, and two policies are both enforced: so
 * the policy, which forbids framing, is given section by section, and what may be framed gets none but its own.
 */
export function headersFile(base: string, sections: readonly string[], policy: string): string {
  const rules = [
    rule(`${base}*`, EVERYWHERE),
    rule(`${base}api/*`, { "Access-Control-Allow-Origin": "*" }),
    rule(`${base}_astro/*`, { "Cache-Control": "public, max-age=31536000, immutable" }),
    ...FEEDS.map(([address, type]) => rule(base + address, { "Content-Type": type })),
    ...sections
      .filter((section) => section !== FRAMED)
      .map((section) => rule(base + addressOf(section), { "Content-Security-Policy": policy })),
  ];
  return `${rules.join("\n")}\n`;
}

/** The first word of each page's file, once: `./models/[maker]/index.astro` → `models`. */
export function sectionsOf(pageFiles: readonly string[]): readonly string[] {
  return [...new Set(pageFiles.map((file) => file.replace(/^\.\//, "").replace(/(\.astro|\/.*)$/, "")))].toSorted();
}

function addressOf(section: string): string {
  if (section === "index") return "";
  return section === "404" ? "404.html" : `${section}/*`;
}

function rule(address: string, headers: Readonly<Record<string, string>>): string {
  return [address, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n");
}
