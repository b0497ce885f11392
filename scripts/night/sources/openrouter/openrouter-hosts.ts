import { z } from "zod";
import { looseNumber, looseText, looseTexts } from "../loose-row.ts";
import { whyNotRead } from "../not-read.ts";
import type { Body, Skipped } from "../source.ts";
import { Architecture } from "./openrouter-facts.ts";
import { type OpenrouterId, readOpenrouterId } from "./openrouter-id.ts";
import { MODELS_URL } from "./openrouter-list.ts";

const HOSTS_URL = /^https:\/\/openrouter\.ai\/api\/v1\/models\/(?<id>.+)\/endpoints$/;

/** `openai/gpt-5:batch` → the URL of its hosts. */
export const hostsUrl = (id: string): string => `${MODELS_URL}/${id}/endpoints`;

/** Whether an address is that of one model's hosts at OpenRouter. */
export const isHostsUrl = (url: string): boolean => HOSTS_URL.test(url);

const HostsBody = z.object({
  data: z.object({
    name: z.string().catch(""),
    created: looseNumber,
    architecture: Architecture,
    endpoints: z.array(z.unknown()),
  }),
});

/** One host's endpoint. Only tag and pricing are needed. */
export const Endpoint = z.object({
  tag: z.string().min(1),
  pricing: z.record(z.string(), z.unknown()),
  quantization: looseText,
  context_length: looseNumber,
  max_completion_tokens: looseNumber,
  supported_parameters: looseTexts,
});
export type Endpoint = z.output<typeof Endpoint>;

/** The hosts of one model or variant. */
export interface ModelHosts {
  readonly kind: "hosts";
  readonly url: string;
  readonly readAt: string;
  readonly upstreamId: string;
  readonly id: Extract<OpenrouterId, { kind: "model" }>;
  readonly about: Omit<z.output<typeof HostsBody>["data"], "endpoints">;
  readonly endpoints: readonly Endpoint[];
  readonly skipped: readonly Skipped[];
}

/** `lost` bodies should have been read; `left` ones are aliases and routers, which have no hosts. */
type HostsRead = ModelHosts | { readonly kind: "lost" | "left"; readonly url: string; readonly skipped: readonly Skipped[] };

/** Reads one body; which model it is about says the URL. Rows that are no endpoints are skipped one by one. */
export function readHosts(body: Body): HostsRead {
  const upstreamId = HOSTS_URL.exec(body.url)?.groups?.["id"] ?? "";
  const id = readOpenrouterId(upstreamId);
  const { url } = body;
  const failure = whyNotRead(body);
  const hosts = HostsBody.safeParse(body.content);
  if (id.kind !== "model") return { kind: "left", url, skipped: [{ subject: upstreamId, why: "no model of its own" }] };
  if (failure !== null) return { kind: "lost", url, skipped: [{ subject: failure, why: "body could not be read" }] };
  if (!hosts.success) return { kind: "lost", url, skipped: [{ subject: url, why: "body has the wrong shape" }] };
  const { endpoints, ...about } = hosts.data.data;
  return { kind: "hosts", url, readAt: body.readAt, upstreamId, id, about, ...readEndpoints(upstreamId, endpoints) };
}

function readEndpoints(id: string, rows: readonly unknown[]): Pick<ModelHosts, "endpoints" | "skipped"> {
  const parsedRows = rows.map((row) => Endpoint.safeParse(row).data ?? null);
  const wrong = parsedRows.flatMap((row, index) => (row === null ? [index + 1] : []));
  return {
    endpoints: parsedRows.filter((row) => row !== null),
    skipped: wrong.map((place) => ({ subject: `${id} endpoint ${place}`, why: "row has the wrong shape" })),
  };
}
