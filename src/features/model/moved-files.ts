import type { MovedModel } from "../../domain/model/same-weights/moved-model.ts";
import { escapeHtml } from "../../site/html-text.ts";
import { escapeMarkdown } from "../../site/markdown.ts";
import * as paths from "../../site/paths.ts";
import { htmlLink, type SmallFile, smallPage } from "../../site/small-page.ts";

/** What is at the addresses of a model that is another's now: where it is, and why. `name` is the other's. */
export function movedFilesOf({ from, to, why }: MovedModel, name: string): readonly SmallFile[] {
  const path = paths.model(from);
  const body = `<p>${escapeHtml(from)} is ${htmlLink(paths.model(to), name)}: ${escapeHtml(why)}.</p>`;
  const movedTo = (file: string) => JSON.stringify({ id: from, movedTo: { id: to, url: paths.absolute(file) }, why });
  return [
    {
      path: `${path}index.html`,
      text: smallPage({ title: `${from} is ${name} now`, path: paths.model(to), forward: paths.model(to), body }),
    },
    {
      path: paths.markdown(path),
      text: `# ${escapeMarkdown(from)}\n\n${escapeMarkdown(`It is ${to} now: ${why}.`)} ${paths.absolute(paths.markdown(paths.model(to)))}\n`,
    },
    { path: paths.api.model(from), text: movedTo(paths.api.model(to)) },
    { path: paths.api.history(from), text: movedTo(paths.api.history(to)) },
  ];
}
