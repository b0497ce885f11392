import type { Offer } from "../../domain/offer/offer.ts";
import type { SourceRef } from "../../domain/source/source-ref.ts";

/** What an address needs to know of the row it points at. */
type SourcedRow = Pick<Offer, "platform" | "upstreamId" | "model">;

/**
 * Where a reader finds the very line a price was read from, not the whole file: models.dev's own file of the model, OpenRouter's page of it, the
 * place in LiteLLM's list. `digitalocean` with `llama-3.3-70b` → `…/providers/digitalocean/models/llama-3.3-70b.toml`.
 */
export function sourceLine({ id, url }: Pick<SourceRef, "id" | "url">, row: SourcedRow): string {
  switch (id) {
    case "models.dev":
      return `https://github.com/anomalyco/models.dev/blob/dev/providers/${providerOf(row)}/models/${escaped(row.upstreamId)}.toml`;
    case "openrouter-models":
      return `https://openrouter.ai/${escaped(row.model)}`;
    case "litellm":
      return `${url}#:~:text=${encodeURIComponent(row.upstreamId)}%22`;
    default:
      return url;
  }
}

/** models.dev keeps Claude on Vertex under a provider of its own. */
const providerOf = ({ platform, upstreamId }: SourcedRow): string =>
  platform === "google-vertex" && upstreamId.startsWith("claude") ? "google-vertex-anthropic" : platform;

const escaped = (id: string): string => id.split("/").map(encodeURIComponent).join("/");
