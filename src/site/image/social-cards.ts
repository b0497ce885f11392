import { run } from "../../data/catalog.ts";
import * as paths from "../paths.ts";
import type { CardContent, SocialCard } from "./social-card.ts";

/** The image of a page: what it shows, and its name, the path of the page it was made for: `models/a/b`, `index`. */
export interface PageImage extends SocialCard {
  readonly name: string;
}

/** The images of one kind of page. */
export interface SocialCards {
  readonly names: readonly string[];
  /** Throws where no image has the name. */
  named(name: string): PageImage;
  has(path: string): boolean;
  /** The image of a page; throws where the page has none of its own. */
  at(path: string): PageImage;
}

/** Each card is made when it is first asked for: the page wants its words, and the image the rest. */
export function socialCards(cards: Iterable<readonly [path: string, make: () => CardContent]>): SocialCards {
  const makers = new Map([...cards].map(([path, make]) => [nameOf(path), make]));
  const imagesByName = new Map<string, PageImage>();
  const named = (name: string): PageImage => {
    const card = imagesByName.get(name) ?? { asOf: run.asOf, ...makeOf(makers, name), name };
    imagesByName.set(name, card);
    return card;
  };
  return { names: [...makers.keys()], named, has: (path) => makers.has(nameOf(path)), at: (path) => named(nameOf(path)) };
}

function makeOf(makers: ReadonlyMap<string, () => CardContent>, name: string): CardContent {
  const make = makers.get(name);
  if (make === undefined) throw new Error(`no social image is called ${name}`);
  return make();
}

/** `/models/a/b/` → `models/a/b`, `/` → `index`. */
function nameOf(path: string): string {
  const name = decodeURIComponent(path).slice(paths.home().length).replace(/\/$/, "");
  return name === "" ? "index" : name;
}
