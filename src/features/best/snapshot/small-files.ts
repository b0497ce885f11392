import type { RankingSnapshot } from "../../../domain/ranking/ranking-snapshot.ts";
import { escapeHtml } from "../../../site/html-text.ts";
import * as paths from "../../../site/paths.ts";
import { htmlLink, type SmallFile, smallAddress, smallPage } from "../../../site/small-page.ts";
import { plainText } from "../../../site/words/answer.ts";
import { snapshotHeadOf } from "../snapshot-page.ts";

/**
 * What is at the addresses of a kept day that has no pages of its own any more: the first row and the checksum, and the way to all rows,
 * which the ranking's own page draws from the month's file.
 */
export function smallFilesOf(snapshot: RankingSnapshot): readonly SmallFile[] {
  const { workload, asOf } = snapshot;
  const path = paths.bestOn(workload, asOf);
  const { title, answer } = snapshotHeadOf(snapshot);
  const rows = paths.snapshotRows(workload, asOf);
  const month = paths.api.rankingMonth(workload, asOf.slice(0, 7));
  const sha256 = snapshot.kept.at(-1)?.sha256 ?? "";
  const body = [
    `<p>${escapeHtml(plainText(answer))}</p>`,
    `<p>${htmlLink(rows, "All rows as they were kept")}; ${htmlLink(month, "as JSON")}, sha256 ${sha256}.</p>`,
  ];
  const pointer = { workload, asOf, kept: snapshot.kept.map((each) => ({ sha256: each.sha256, rowsIn: month })) };
  const markdown = `# ${title}\n\n${plainText(answer)}\n\n- All rows: ${smallAddress(rows)}\n- The month as JSON: ${smallAddress(month)}\n- sha256 of the rows: ${sha256}\n`;
  return [
    { path: `${path}index.html`, text: smallPage({ title, path, forward: rows, body: body.join("") }) },
    { path: paths.markdown(path), text: markdown },
    { path: paths.api.rankingSnapshot(workload, asOf), text: JSON.stringify(pointer) },
  ];
}
