import { makerOfId } from "../../domain/model/maker-of-id.ts";
import * as paths from "../../site/paths.ts";

/** What lines to copy are about, so that they work as they stand. */
export interface ApiExample {
  /** A model that is there today. */
  readonly modelId: string;
  /** A month whose prices are known: `2026-07`. */
  readonly month: string;
  /** The first month whose prices are known. */
  readonly firstMonth: string;
}

/** Lines that print the prices of one model, each in another tool. */
export function linesToCopy({ modelId }: Pick<ApiExample, "modelId">): string {
  const [model, csv, parquet] = [paths.api.model(modelId), paths.api.offersCsv(), paths.api.bulk("offers.parquet")].map((path) =>
    paths.absolute(path),
  );
  return labelled([
    [
      "curl and jq",
      `curl -s ${model} | jq '.offers[] | select(.tier == "standard" and .evidence != "reported") | {platform, region, prices}'`,
    ],
    [
      "DuckDB",
      `duckdb -c "select model, platform, input, output from '${parquet}' where model = '${modelId}' and tier = 'standard' and evidence <> 'reported'"`,
    ],
    [
      "pandas",
      `python3 -c "import pandas as p; d = p.read_csv('${csv}'); print(d[d.model == '${modelId}'][['platform', 'input', 'output', 'evidence']])"`,
    ],
    [
      "TypeScript",
      `node --input-type=module-typescript -e "type Offer = { platform: string; evidence: string; prices: { input: string | null } }; const { offers }: { offers: Offer[] } = await fetch('${model}').then((answer) => answer.json()); for (const { platform, prices } of offers.filter(({ evidence }) => evidence !== 'reported')) console.log(platform, prices.input)"`,
    ],
  ]);
}

/** What a bill of a month cost at list. */
export function pastPriceLine({ modelId, month }: Omit<ApiExample, "firstMonth">): string {
  return codeBlocks([
    `curl -s ${paths.absolute(paths.api.pricesPacked(month))} | gunzip | jq --arg day ${month}-15 '.prices[] | select(.model == "${modelId}" and .list and .firstDay <= $day and $day <= .lastDay) | (.prices.input | tonumber) * 3 + (.prices.output | tonumber) * 0.4'`,
  ]);
}

/** The JSON Feed of all prices, cut to two makers. */
export function oneFeedLine({ modelId }: Pick<ApiExample, "modelId">): string {
  const makers = [...new Set([makerOfId(modelId), "mistralai"])].join("|");
  return codeBlocks([
    `curl -s ${paths.absolute(paths.feed.json())} | jq '.items |= map(select(.url | test("/models/(${makers})/")))' > feed.json`,
  ]);
}

/** In Excel: Data, Get Data, Blank Query. */
export const excelLine = (): string =>
  codeBlocks([
    `= Csv.Document(Web.Contents("${paths.absolute(paths.api.offersCsv())}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv])`,
  ]);

/** One line each for those who outgrow a page. */
export function bulkLines(): string {
  const history = paths.absolute(paths.api.bulk("history.parquet"));
  return labelled([
    [
      "DuckDB",
      `duckdb -c "select platform, count(*) as changes from '${history}' where day >= date '2026-01-01' group by all order by changes desc limit 10"`,
    ],
    [
      "ClickHouse",
      `clickhouse local -q "select platform, count() as changes from url('${history}', Parquet) group by platform order by changes desc limit 10"`,
    ],
    [
      "Spark",
      `spark.sparkContext.addFile("${history}"); spark.read.parquet("file://" + SparkFiles.get("history.parquet")).groupBy("platform").count().show()`,
    ],
    [
      "BigQuery",
      `curl -s ${history} | gcloud storage cp - gs://BUCKET/history.parquet && bq load --source_format=PARQUET DATASET.history gs://BUCKET/history.parquet`,
    ],
  ]);
}

/** Each line below the name of its tool, so that it is copied alone. */
const labelled = (lines: readonly (readonly [tool: string, line: string])[]): string =>
  lines.map(([tool, line]) => `${tool}:\n\n    ${line}`).join("\n\n");

const codeBlocks = (lines: readonly string[]): string => lines.map((line) => `    ${line}`).join("\n\n");
