/** The one element of a kind that a page's markup promises; throws where the promise is broken. */
export function requireElement<Kind extends Element>(parent: ParentNode, selector: string, kind: new () => Kind): Kind {
  const found = parent.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`${location.pathname} has no ${selector}`);
  return found;
}
