import type { APIContext } from "astro";
import { bulkResponse, tablesWith } from "./_bulk-files.ts";

export const getStaticPaths = () => tablesWith(".parquet");

export const GET = ({ params }: Pick<APIContext, "params">): Response => bulkResponse(`${params["table"]}.parquet`);
