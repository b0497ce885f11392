import { rankingMonths } from "../../../../../data/catalog.ts";
import type { SnapshotMonthFile } from "../../../../../data/snapshot-files.ts";
import { gzippedFile } from "../../../../../site/page/gzip-response.ts";
import { isWrittenBeside } from "../../../../_kept-files.ts";

export const getStaticPaths = () =>
  isWrittenBeside
    ? []
    : rankingMonths.map((file) => ({ params: { month: file.month, workload: file.workload }, props: { file } }));

/** Every kept day of a month, packed as `data/generated/rankings` has it (`RankingMonth`): a browser and `gunzip` read it alike. */
export const GET = ({ props: { file } }: { readonly props: { readonly file: SnapshotMonthFile } }): Response =>
  gzippedFile(file.path);
