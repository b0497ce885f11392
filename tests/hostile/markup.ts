/** An element as it opens in a page. */
export interface Tag {
  readonly name: string;
  readonly attributes: readonly string[];
}

const TAG = /<(\/?[a-z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*"|='[^']*'|=[^\s"'<>=`]+)?)*)\s*\/?>/iy;

/**
 * The elements of a page with their attributes' names. Throws at a `<` that opens none: in what we write every other one is escaped, so
 * it comes from a text that was not.
 */
export function tagsOf(html: string): readonly Tag[] {
  const pattern = new RegExp(TAG);
  const tags: Tag[] = [];
  let at = html.indexOf(">") + 1;
  for (at = html.indexOf("<", at); at !== -1; at = html.indexOf("<", at)) {
    pattern.lastIndex = at;
    const tag = pattern.exec(html);
    if (tag === null) throw new Error(`no element: ${html.slice(at, at + 80)}`);
    const [all, name = "", attributes = ""] = tag;
    tags.push({ name: name.toLowerCase(), attributes: namesIn(attributes) });
    at += all.length;
    // Nothing opens inside these but their own end.
    if (name === "script" || name === "style") at = html.indexOf(`</${name}>`, at);
  }
  return tags;
}

const namesIn = (attributes: string): readonly string[] =>
  [...attributes.matchAll(/\s+([^\s"'<>/=]+)(?:="[^"]*"|='[^']*'|=[^\s"'<>=`]+)?/g)].map(([, name = ""]) => name.toLowerCase());

/** A page of a few bytes for an address that only leads on: it has a policy of its own and no script. */
export const leadsOn = ({ html }: { readonly html: string }): boolean => html.includes('http-equiv="refresh"');
