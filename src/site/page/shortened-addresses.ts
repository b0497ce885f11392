import { escapeHtml } from "../html-text.ts";
import * as paths from "../paths.ts";
import { htmlLink, type SmallFile, smallPage } from "../small-page.ts";

/** An address that is the beginning of others and has no page of its own, and the page that a reader looks for there. */
interface Shortened {
  readonly path: string;
  readonly title: string;
  readonly to: string;
  readonly section?: string;
}

/**
 * What is at addresses that people make by taking the end off another: `/models/` of a model's leads to the list of all. They are in no sitemap, and
 * name the page they lead to as the one to index.
 */
export const shortenedAddressFiles = (workloads: readonly string[]): readonly SmallFile[] =>
  shortenedAddresses(workloads).map(({ path, title, to, section }) => {
    const forward = section === undefined ? to : `${to}#${section}`;
    const body = `<p>${htmlLink(forward, title)}: ${escapeHtml(forward)}</p>`;
    return { path: `${path}index.html`, text: smallPage({ title, path: to, forward, body }) };
  });

const shortenedAddresses = (workloads: readonly string[]): readonly Shortened[] => {
  const frames = { to: paths.about(), section: "put-it-in-your-own-page" };
  return [
    { path: paths.below("models"), title: "The list of all models", to: paths.home(), section: "models" },
    ...workloads.map((id) => ({
      path: paths.below("best", id, "as-of"),
      title: `The ranking for ${id} and its archive`,
      to: paths.best(id),
    })),
    { path: paths.below("embed"), title: "Pages to frame, and how", ...frames },
    { path: paths.below("embed", "models"), title: "A model in a frame, and how", ...frames },
    { path: paths.below("embed", "best"), title: "A ranking in a frame, and how", ...frames },
    { path: paths.below("badge"), title: "Badges, and how", ...frames },
    { path: paths.below("api", "v1"), title: "What the files of the API are", to: paths.apiPage() },
    { path: paths.below("api", "compat"), title: "The files for other tools", to: paths.apiPage() },
  ];
};
