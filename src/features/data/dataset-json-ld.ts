import * as paths from "../../site/paths.ts";

/** One downloadable table. */
export interface Download {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** schema.org: the whole data as one dataset, with every table that can be downloaded. */
export function datasetJsonLd(asOf: string, since: string, downloads: readonly Download[]): unknown {
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: "Token Parity: what language models cost",
    description:
      "The price of every language model on every platform that sells it, with the source and day of every number, and every change seen since.",
    url: paths.absolute(paths.apiPage()),
    dateModified: asOf,
    temporalCoverage: `${since}/${asOf}`,
    isAccessibleForFree: true,
    license: "https://opensource.org/license/mit",
    creator: { "@type": "Organization", name: "Token Parity", url: paths.absolute(paths.home()) },
    keywords: ["LLM pricing", "language models", "API prices", "price history"],
    variableMeasured: "US dollars per million tokens",
    distribution: [
      ...downloads.map(({ name, type, bytes }) => download(paths.api.bulk(name), type, bytes)),
      download(paths.api.models(), "application/json"),
      download(paths.api.compat("litellm"), "application/json"),
      download(paths.api.compat("models.dev"), "application/json"),
    ],
  };
}

const download = (path: string, encodingFormat: string, bytes?: number) => ({
  "@type": "DataDownload",
  contentUrl: paths.absolute(path),
  encodingFormat: encodingFormat.replace(/;.*/, ""),
  ...(bytes === undefined ? {} : { contentSize: `${bytes} B` }),
});
