/** One model id as a platform could write it. */
export interface Spelling {
  readonly platform: string;
  readonly upstreamId: string;
}

/**
 * Every way platforms are known to write an id, made from our own form: `qwen/qwen3-32b` → `Qwen/Qwen3-32B-FP8`, `qwen.qwen3-32b-v1:0`,
 * `accounts/fireworks/models/qwen3-32b` … A pair that must never join must not join in any of them.
 */
export function spellingsOf(id: string): readonly Spelling[] {
  const [maker = "", slug = id] = id.includes("/") ? id.split("/") : ["", id];
  const hyphens = slug.replaceAll(".", "-");
  const capitals = slug.replace(/(^|-)([a-z])/g, (word) => word.toUpperCase());
  const plain = [slug, hyphens, slug.replace(/(\d)\.(\d)/g, "$1_$2"), capitals];
  return [
    ...plain.map((upstreamId) => ({ platform: "any-platform", upstreamId })),
    ...[":free", ":batch", "-TEE", "-FP8", "@eu", "-free"].map((word) => ({
      platform: "any-router",
      upstreamId: `${slug}${word}`,
    })),
    ...(maker === "" ? [] : withMaker(maker, slug, hyphens, capitals)),
  ];
}

function withMaker(maker: string, slug: string, hyphens: string, capitals: string): readonly Spelling[] {
  const vendor = maker.replace(/-.*$/, "");
  const fireworks = slug.replace(/(\d)\.(?=\d)/g, "$1p");
  return [
    { platform: "openrouter-like", upstreamId: `${maker}/${slug}` },
    { platform: "cloudflare-workers-ai", upstreamId: `@cf/${maker}/${slug}` },
    { platform: "huggingface", upstreamId: `${maker}/${capitals}` },
    { platform: "chutes", upstreamId: `${maker}/${capitals}-TEE` },
    { platform: "synthetic", upstreamId: `hf:${maker}/${capitals}` },
    { platform: "amazon-bedrock", upstreamId: `us.${vendor}.${hyphens}-v1:0` },
    { platform: "google-vertex", upstreamId: `${maker}/${slug}-maas` },
    { platform: "google-vertex", upstreamId: `${hyphens}@default` },
    { platform: "fireworks-ai", upstreamId: `accounts/fireworks/models/${fireworks}` },
    { platform: "databricks", upstreamId: `databricks-${hyphens}` },
    { platform: "sap-ai-core", upstreamId: `${vendor}--${slug}` },
    { platform: "venice", upstreamId: `${maker}-${hyphens}` },
  ];
}
