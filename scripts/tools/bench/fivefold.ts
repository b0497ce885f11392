import type { Page } from "@playwright/test";

/**
 * Serves the list of all models at so many times the data: every row and every column of its files over and over under new ids (`a/b`, `a/b-2`
 * …), as `writeSyntheticData` makes a data folder of them. Page and files are of that size on the wire, and the module that reads them is the
 * built one. It is done while serving, so that a build of any commit can be measured beside this one without being built again.
 */
export async function multiplyModels(page: Page, times: number): Promise<void> {
  await page.route("**/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: manyRows(await response.text(), times) });
  });
  await page.route("**/finder.json", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: manyColumns(await response.json(), times) });
  });
  await page.route("**/search.json", async (route) => {
    const response = await route.fetch();
    const file: { readonly models: readonly (readonly unknown[])[] } = await response.json();
    const models = copies(times).flatMap((copy) => file.models.map(([id, ...rest]) => [suffixed(String(id), copy), ...rest]));
    await route.fulfill({ response, json: { ...file, models } });
  });
}

/** The rows of the table of models, each copy with its own links. */
function manyRows(html: string, times: number): string {
  return html.replace(/(<table[^>]* id="models">.*?<tbody>)(.*?)(<\/tbody>)/s, (_, head: string, rows: string, foot: string) => {
    const all = copies(times).map((copy) =>
      rows.replace(/(href="[^"]*\/models\/[^/"]+\/[^/"]+)\/"/g, (__, path: string) => `${suffixed(path, copy)}/"`),
    );
    return head + all.join("") + foot;
  });
}

/** Every column of a file that has one value for each model; the others as they are. */
function manyColumns(file: Readonly<Record<string, unknown>>, times: number): Readonly<Record<string, unknown>> {
  const count = lengthOf(file["contextTokens"]);
  const many = (value: unknown): unknown => {
    if (Array.isArray(value) && value.length === count) return copies(times).flatMap(() => value);
    if (Array.isArray(value)) return value.map(many);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, many(each)]));
  };
  return Object.fromEntries(Object.entries(file).map(([name, value]) => [name, many(value)]));
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const copies = (times: number): readonly number[] => Array.from({ length: times }, (_, at) => at);
const suffixed = (text: string, copy: number): string => (copy === 0 ? text : `${text}-${copy + 1}`);
