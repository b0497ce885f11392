import { modelFinder } from "../../../../src/domain/text/model-finder.ts";
import { haystackOf, searchRows, wordsOf } from "../../../../src/domain/text/word-search.ts";
import { EXIT, ExitError } from "../exit-code.ts";
import type { PriceBook } from "../site/price-book.ts";
import type { SiteModel } from "../site/shapes.ts";

const MOST_SUGGESTED = 5;

/** What finding reads of the book. */
export type NamesInBook = Pick<PriceBook, "models" | "platformNames">;

/**
 * The models whose names hold all words, or else those the fewest letters away: `opus 4.8` → Claude Opus 4.8, Claude Opus 4.8 Fast. Without a
 * word, all of them.
 */
export function modelsNamed({ models }: NamesInBook, query: string): readonly SiteModel[] {
  const rows = models.map((model) => ({ model, haystack: haystackOf([model.name, model.id, model.canonicalSlug ?? ""]) }));
  return searchRows(rows, wordsOf(query)).rows.map(({ model }) => model);
}

/**
 * The one model that a text names, by rule and never by likeness: its id, its name, or what an API calls it (`claude-opus-4-8-20260528`).
 * Anything else stops with the models it may have meant.
 */
export function modelCalled(book: NamesInBook, text: string): SiteModel {
  const finder = finderOf(book);
  const id = finder.idOf(text);
  const called = book.models.find((model) => model.id === id);
  if (called !== undefined) return called;
  const close = modelsNamed(book, text).slice(0, MOST_SUGGESTED);
  const suggestions = close.length > 0 ? close : finder.nearest(text);
  throw new ExitError(
    notFound(
      "model",
      text,
      suggestions.map((model) => model.id),
    ),
    { code: EXIT.unclear },
  );
}

/** The same; null where no model has that name. */
export function modelNamed(book: NamesInBook, text: string): SiteModel | null {
  const id = finderOf(book).idOf(text);
  return book.models.find((model) => model.id === id) ?? null;
}

/** `amazon-bedrock` or `Amazon Bedrock` → `amazon-bedrock`; anything else stops with the platforms it may have meant. */
export function platformCalled({ platformNames }: NamesInBook, text: string): string {
  const rows = [...platformNames].map(([id, name]) => ({ id, name, haystack: haystackOf([id, name]) }));
  const plain = text.trim().toLowerCase();
  const called = rows.find(({ id, name }) => id === plain || name.toLowerCase() === plain);
  if (called !== undefined) return called.id;
  const words = wordsOf(text);
  const close = words.length === 0 ? [] : searchRows(rows, words).rows.slice(0, MOST_SUGGESTED);
  throw new ExitError(
    notFound(
      "platform",
      text,
      close.map(({ id }) => id),
    ),
    { code: EXIT.unclear },
  );
}

function notFound(what: string, text: string, suggestions: readonly string[]): string {
  const sentence = `No ${what} is called “${text.slice(0, 100)}”.`;
  return suggestions.length === 0 ? sentence : `${sentence} Did you mean ${suggestions.join(", ")}?`;
}

const finders = new WeakMap<NamesInBook["models"], ReturnType<typeof modelFinder>>();

function finderOf({ models }: NamesInBook): ReturnType<typeof modelFinder> {
  const earlierFinder = finders.get(models);
  if (earlierFinder !== undefined) return earlierFinder;
  const finder = modelFinder(models.map((model) => ({ ...model, otherNames: [] })));
  finders.set(models, finder);
  return finder;
}
