import type { Api } from "./api.ts";
import type { OfferRequest } from "./use-offer.ts";

/**
 * A request as one shell command; the key comes from the buyer's environment. Everything else is in single quotes, where a shell runs
 * nothing. `keyEnv` null = we do not know what the platform's own tools call it.
 */
export function curlText({ method, baseUrl, path, body }: OfferRequest, { dialect }: Api, keyEnv: string | null): string {
  const lines = [
    `curl -X ${method} ${quoted(`${baseUrl}${path}`)}`,
    `-H ${authorisation(dialect, variableName(keyEnv))}`,
    ...(dialect === "anthropic" ? [`-H ${quoted("anthropic-version: 2023-06-01")}`] : []),
    `-H ${quoted("content-type: application/json")}`,
    `-d ${quoted(bodyText(body))}`,
  ];
  return lines.join(" \\\n  ");
}

/** https://platform.claude.com/docs/en/api/overview, https://ai.google.dev/api; everybody else takes a bearer token. */
function authorisation(dialect: Api["dialect"], variable: string): string {
  switch (dialect) {
    case "anthropic":
      return `"x-api-key: $${variable}"`;
    case "gemini":
      return `"x-goog-api-key: $${variable}"`;
    case "openai":
    case "openrouter":
    case "bedrock":
      return `"authorization: Bearer $${variable}"`;
    default:
      return dialect satisfies never;
  }
}

/** A shell's variables begin with a letter: 302AI_API_KEY cannot be one. */
const variableName = (keyEnv: string | null): string =>
  keyEnv !== null && /^[A-Z_][A-Z0-9_]*$/i.test(keyEnv) ? keyEnv : "API_KEY";

/** A field a line. */
const bodyText = (body: OfferRequest["body"]): string =>
  `{\n${Object.entries(body)
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(",\n")}\n}`;

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
