import type { WatchedRecord } from "../../data/change-record.ts";
import * as paths from "../../site/paths.ts";

/** schema.org: the changes as a dataset, with what it can be downloaded as and the days it covers. */
export function changesJsonLd({ readSince, asOf }: WatchedRecord, description: string): unknown {
  const [first = asOf] = [...readSince.values()].toSorted();
  const download = (path: string, encodingFormat: string) => ({
    "@type": "DataDownload",
    contentUrl: paths.absolute(path),
    encodingFormat,
  });
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: "Price changes of language models",
    description,
    url: paths.absolute(paths.changes()),
    dateModified: asOf,
    temporalCoverage: `${first}/${asOf}`,
    isAccessibleForFree: true,
    creator: { "@type": "Organization", name: "Token Parity", url: paths.absolute(paths.home()) },
    distribution: [
      download(paths.api.changes(), "application/json"),
      download(paths.feed.all(), "application/atom+xml"),
      download(paths.feed.json(), "application/feed+json"),
    ],
  };
}
