import type { NamesById } from "../../domain/offer/seller-names.ts";
import { escapeHtml } from "../../site/html-text.ts";
import { escapeMarkdown } from "../../site/markdown.ts";
import * as paths from "../../site/paths.ts";
import { htmlLink, type SmallFile, smallPage } from "../../site/small-page.ts";

/** What is at the address of a pair the other way round, as its title names it: it leads to the one page of the two. */
export function otherOrderFiles(pair: readonly [string, string], { platform: nameOf }: NamesById): readonly SmallFile[] {
  const path = paths.compare(pair);
  const otherPath = `${paths.compare()}${pair.toSorted().toReversed().join("-vs-")}/`;
  const title = pair.map(nameOf).join(" vs ");
  const body = `<p>${htmlLink(path, "The comparison")} is at ${escapeHtml(path)}.</p>`;
  return [
    { path: `${otherPath}index.html`, text: smallPage({ title, path, forward: path, body }) },
    {
      path: paths.markdown(otherPath),
      text: `# ${escapeMarkdown(title)}\n\nIt is at ${paths.absolute(paths.markdown(path))}\n`,
    },
  ];
}
