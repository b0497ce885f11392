import { needMonths } from "../../../../../data/catalog.ts";
import type { NeedMonthFile } from "../../../../../data/need-files.ts";
import { gzippedFile } from "../../../../../site/page/gzip-response.ts";
import { isWrittenBeside } from "../../../../_kept-files.ts";

export const getStaticPaths = () =>
  isWrittenBeside ? [] : needMonths.map((file) => ({ params: { month: file.month }, props: { file } }));

/** What a month's rankings by a need's own scale are worked out from, packed as `data/generated/need-figures` has it (`NeedMonth`). */
export const GET = ({ props: { file } }: { readonly props: { readonly file: NeedMonthFile } }): Response =>
  gzippedFile(file.path);
