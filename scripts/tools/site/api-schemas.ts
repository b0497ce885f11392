import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { z } from "zod";

const Operation = z.looseObject({
  responses: z.looseObject({
    "200": z.looseObject({ content: z.object({ "application/json": z.object({ schema: z.object({ $ref: z.string() }) }) }) }),
  }),
});
const OpenApi = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.object({ get: Operation })),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

/** The files of one path of the document: whether an address is one of them, and what is wrong with a content. */
export interface DescribedFiles {
  readonly path: string;
  holds(address: string): boolean;
  /** Empty = as described. */
  faultsOf(content: unknown): readonly string[];
}

/** What an OpenAPI document says of its files; throws where it is none, or where a schema of it is no schema. */
export function describedFiles(document: unknown): readonly DescribedFiles[] {
  const { paths, components } = OpenApi.parse(document);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  return Object.entries(paths).map(([path, { get }]) => {
    const name = get.responses["200"].content["application/json"].schema.$ref.replace("#/components/schemas/", "");
    const schema = components.schemas[name];
    if (schema === undefined) throw new Error(`${path}: no schema ${name}`);
    const validate = ajv.compile(schema);
    return { path, holds: (address) => patternOf(path).test(address), faultsOf: (content) => faults(validate, content) };
  });
}

/** `/api/v1/prices/{month}.json`: a part in braces is one part of an address. A day is no maker. */
function patternOf(path: string): RegExp {
  const parts = path
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? part.replaceAll(".", "\\.") : (PARTS.get(part) ?? "[^/]+")));
  return new RegExp(`^${parts.join("")}$`);
}

const PARTS: ReadonlyMap<string, string> = new Map([["day", "\\d{4}-\\d\\d-\\d\\d"]]);

function faults(validate: ValidateFunction, content: unknown): readonly string[] {
  if (validate(content)) return [];
  return (validate.errors ?? []).slice(0, 5).map(({ instancePath, message = "" }) => `${instancePath} ${message}`);
}
