import { needMonths } from "../../../../../data/catalog.ts";
import type { NeedMonthFile } from "../../../../../data/need-files.ts";
import { gzippedFile } from "../../../../../site/page/gzip-response.ts";

export const getStaticPaths = () => needMonths.map((file) => ({ params: { month: file.month }, props: { file } }));

/** What a month's rankings by a need's own scale are worked out from, packed as `data/generated/need-figures` has it (`NeedMonth`). */
export const GET = ({ props: { file } }: { readonly props: { readonly file: NeedMonthFile } }): Response =>
  gzippedFile(file.path);
