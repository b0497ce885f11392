import type { BuiltPage } from "./built-page.ts";
import { attributes, visibleText } from "./built-page.ts";

/** What no built page may hold: each rule names its finds, shortened. */
export type PageRule = (page: BuiltPage) => readonly string[];

export const LOADER_BYTES = 1024;

/** A price nobody charges, or a value that was never there. Differences may be negative: they have a percent or dollar sign of their own. */
const BAD_TEXT = [
  /\$0\.0+(?![\d.])/g,
  /\b(NaN|undefined|Infinity)\b/g,
  /\[object \w+\]/g,
  /\$\s*[-−]\s*\d/g,
  /^\s*-\$?\d[\d.,]*\s*$/gm,
  /^\s*−[\d.,]+\s*$/gm,
];

/** Text that no reader should see in place of a figure, `NaN` or `undefined` among it, as it is on the page. */
export const noBadFigures: PageRule = ({ html }) => {
  const text = visibleText(html);
  const described = [...attributes(html, "content"), ...attributes(html, "aria-label"), ...attributes(html, "title")].join("\n");
  return BAD_TEXT.flatMap((pattern) => [...text.matchAll(pattern), ...described.matchAll(pattern)].map(([word]) => word.trim()));
};

/** Labels that readers did not understand, and words that nobody who buys models uses. */
const RETIRED_WORDS =
  /Month, all in|Longest answer|\bTakes\/Makes\b|Written, %|\bKept for\b|by its own word|by anybody’s word|\bdearer\b|\basks less\b|price cards moved|What they can|page of methods|may meet it|Stays on it|\bShow them\b|nobody we follow/g;

/** What a page says, not what it quotes. */
export const noRetiredWords: PageRule = ({ html }) => {
  const text = visibleText(html.replace(/<(q|blockquote)\b.*?<\/\1>/gs, ""));
  const described = ["content", "aria-label", "title", "placeholder", "alt"].flatMap((name) => attributes(html, name)).join("\n");
  return [...new Set(`${text}\n${described}`.match(RETIRED_WORDS) ?? [])];
};

/** A cell that begins with a space: it is between a sign that a style sheet writes and its figure, and a reader copies it. */
export const noSpaceInCells: PageRule = ({ html }) =>
  [...html.matchAll(/<td\b[^>]*>\s[^<]{0,20}/g)].map(([cell]) => cell).slice(0, 3);

/** Rows that a style sheet folds away until a box is ticked, on a page that has no such box: nobody would ever see them. */
export const foldedRowsHaveABox: PageRule = ({ html }) => {
  const isFolded = html.includes("#all-prices:checked") && /<[^>]*\s(data-rest="yes"|class="([^"]* )?rest[ "])/.test(html);
  return isFolded && !/<input\b[^>]*\sid="all-prices"/.test(html) ? ["rows that nothing unfolds"] : [];
};

/** Links may lead away; nothing may be loaded from elsewhere. */
export const nothingFromElsewhere: PageRule = ({ html }) => {
  const loads = [
    ...html.matchAll(
      /<(script|img|iframe|source|video|audio|object|embed|use|image)\b[^>]*\s(?:src|srcset|data|href)="([^"]*)"/g,
    ),
  ];
  const links = [...html.matchAll(/<link\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/rel="(canonical|alternate)"/.test(tag));
  const imports = [...html.matchAll(/(?:url\(|@import\s*)["']?((?:https?:)?\/\/[^"')]*)/g)].map(([, url = ""]) => url);
  return [...loads.map(([, , url = ""]) => url), ...links.flatMap((tag) => attributes(tag, "href")), ...imports].filter((url) =>
    /^(https?:)?\/\//.test(url),
  );
};

/** A link to another site hands it no way back to this page, whatever window it opens in. */
export const outboundRel: PageRule = ({ html }) => {
  const ownOrigin = /<meta property="og:url" content="(https?:\/\/[^/"]+\/)/.exec(html)?.[1];
  return [...html.matchAll(/<a\b[^>]*\shref="(https?:\/\/[^"]*)"[^>]*>/g)]
    .filter(([tag, url = ""]) => !(ownOrigin !== undefined && url.startsWith(ownOrigin)) && !/\srel="[^"]*\bnoopener\b/.test(tag))
    .map(([tag]) => tag.slice(0, 80));
};

/** What the Content-Security-Policy of a page allows beyond the site itself and what it names by its hash. */
export const strictPolicy: PageRule = ({ html }) => {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1];
  if (policy === undefined) return ["no Content-Security-Policy"];
  return [...policy.matchAll(/'unsafe-[\w-]+'|\*|https?:[^;\s]*/g)].map(([source]) => `Content-Security-Policy allows ${source}`);
};

/** One inline script, the loader; everything else waits for the reader. */
export const onlyTheLoader: PageRule = ({ html }) => {
  const scripts = [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)].filter(
    ([, kind = ""]) => !kind.includes("application/ld+json"),
  );
  const others = scripts.filter(([, kind = ""]) => kind.trim() !== "").map(([tag]) => tag.slice(0, 80));
  const inline = scripts.filter(([, kind = ""]) => kind.trim() === "").map(([, , code = ""]) => code);
  const handlers = [...html.matchAll(/<[^>]*\son\w+="[^>]*>/g)].map(([tag]) => tag.slice(0, 80));
  const surplus = inline.length > 1 ? [`${inline.length} inline scripts`] : [];
  const large = inline
    .filter((code) => Buffer.byteLength(code) > LOADER_BYTES)
    .map((code) => `inline script of ${Buffer.byteLength(code)} bytes`);
  return [...others, ...handlers, ...surplus, ...large];
};

type Wanted = readonly (readonly [what: string, pattern: RegExp])[];

/** The rest is the validator's to say (`html-validity.ts`). */
const NAMED: Wanted = [["one h1", /^(?!.*<h1\b.*<h1\b).*<h1\b/s]];

/** An embed has no navigation and is in no index: the page it is a piece of has these. */
const OF_A_WHOLE_PAGE: Wanted = [
  ["a description", /<meta name="description" content="[^"]{20,}"/],
  ["a way past the navigation", /href="#main"/],
  ["an image to share", /<meta property="og:image" content="https?:\/\/[^"]+\.png">/],
];

/** A page made to be in other people's pages. */
export const isEmbed = (path: string): boolean => path.startsWith("/embed/");

/** A page that sends a browser on at once: `src/site/small-page.ts`. */
export const isForward = (html: string): boolean => html.includes('http-equiv="refresh"');

/** What a page lacks of title, description, canonical address and the tags that links are shared with. */
export const namesItself: PageRule = ({ path, html }) => {
  const wanted = isEmbed(path) || isForward(html) ? NAMED : [...NAMED, ...OF_A_WHOLE_PAGE];
  const canonical = /<link rel="canonical" href="https?:\/\/[^"]+\/"/;
  const missing = wanted.filter(([, pattern]) => !pattern.test(html)).map(([what]) => `lacks ${what}`);
  return path === "/404.html" || canonical.test(html) ? missing : [...missing, "lacks a canonical address"];
};

export const PAGE_RULES = {
  noBadFigures,
  noRetiredWords,
  noSpaceInCells,
  foldedRowsHaveABox,
  nothingFromElsewhere,
  outboundRel,
  strictPolicy,
  onlyTheLoader,
  namesItself,
} as const;

/**
 * Titles, descriptions and canonical addresses that two pages share, embeds apart: they are pieces of a page, and say of which. So do pages that lead
 * on: their canonical address is that of another.
 */
export function sharedNames(all: readonly BuiltPage[]): readonly string[] {
  const pages = all.filter(({ path }) => !isEmbed(path));
  const patterns = [
    [/<title>([^<]*)<\/title>/, pages],
    [/<meta name="description" content="([^"]*)"/, pages],
    [/<link rel="canonical" href="([^"]*)"/, pages.filter(({ html }) => !isForward(html))],
  ] as const;
  return patterns.flatMap(([pattern, named]) => {
    const byText = Map.groupBy(named, ({ html }) => pattern.exec(html)?.[1] ?? "");
    const shared = [...byText].filter(([text, holders]) => text !== "" && holders.length > 1);
    return shared.map(
      ([text, holders]) =>
        `${holders
          .map(({ path }) => path)
          .slice(0, 3)
          .join(" ")} share "${text.slice(0, 60)}"`,
    );
  });
}
