import { type CompatFile, compatFiles, compatJson } from "../../../data/compat/compat-files.ts";
import { jsonResponse } from "../../../site/json-response.ts";

export const getStaticPaths = () => compatFiles.map((file) => ({ params: { name: file.name }, props: { file } }));

export const GET = ({ props: { file } }: { readonly props: { readonly file: CompatFile } }): Response =>
  jsonResponse(compatJson(file));
