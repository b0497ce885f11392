import { expect, test } from "vitest";
import { modelOf, presets } from "../../../data/catalog.ts";
import { formatUsdRange } from "../../../site/format.ts";
import { bestViewOf } from "../best-data.ts";
import { rangeText } from "../words/best-words.ts";
import { overviewTable } from "./overview-columns.ts";

test("each best buy has its range and the month it is bought at", () => {
  const workloads = presets.map((preset) => ({ preset, view: bestViewOf(preset, "all") }));
  const nameOf = (id: string) => modelOf(id).name;
  const rows = overviewTable(workloads, nameOf).groups[0]?.rows ?? [];
  for (const [at, { view }] of workloads.entries()) {
    const buys = rows[at]?.cells[3]?.text.split("; ") ?? [];
    const expected = view.ranking.rows.flatMap(({ modelId, wins, leastUsd, landedUsdPerMonth }) =>
      wins === null
        ? []
        : [`${nameOf(modelId)} ${rangeText(wins)} (${formatUsdRange(leastUsd.landed, landedUsdPerMonth)} a month)`],
    );
    expect(buys.toSorted()).toEqual(expected.toSorted());
  }
  expect(rows).toHaveLength(presets.length);
});
