/**
 * Words platforms write for a maker where our ids have another one: `deepseek-ai/DeepSeek-V3.2`, `zai.glm-5`, `MiniMaxAI/MiniMax-M3`.
 * The values are the makers such a word may stand for (Meta has two: Llama and Muse). A word that is not here stands for itself.
 */
const MAKERS_BY_ORG: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ai21labs: ["ai21"],
    alibaba: ["qwen"],
    arcee: ["arcee-ai"],
    arcee_ai: ["arcee-ai"],
    bytedance: ["bytedance", "bytedance-seed"],
    "bytedance-seed": ["bytedance", "bytedance-seed"],
    cohereforai: ["cohere"],
    coherelabs: ["cohere"],
    "deepseek-ai": ["deepseek"],
    gemini: ["google"],
    grok: ["x-ai"],
    ibm: ["ibm-granite"],
    kimi: ["moonshotai"],
    kuaishou: ["kwaipilot"],
    liquidai: ["liquid"],
    "meituan-longcat": ["meituan"],
    meta: ["meta", "meta-llama"],
    "meta-llama": ["meta", "meta-llama"],
    "meta-models": ["meta", "meta-llama"],
    minimaxai: ["minimax"],
    "minimax-ai": ["minimax"],
    mistral: ["mistralai"],
    moonshot: ["moonshotai"],
    "moonshot-ai": ["moonshotai"],
    "stepfun-ai": ["stepfun"],
    sarvam: ["sarvamai"],
    spacexai: ["x-ai"],
    thudm: ["z-ai"],
    xai: ["x-ai"],
    xiaomimimo: ["xiaomi"],
    zai: ["z-ai"],
    "zai-org": ["z-ai"],
    zhipuai: ["z-ai"],
  }),
);

/** Path parts that name a platform, a host or a kind of thing, and so say nothing of the maker. */
const NEUTRAL: ReadonlySet<string> = new Set([
  "@cf",
  "accounts",
  "bailian",
  "cerebras",
  "chat-completion",
  "completion",
  "evroc",
  "fireworks",
  "groq",
  "models",
  "novita",
  "openrouter",
  "public",
  "route",
  "routers",
  "siliconflow",
  "unsloth",
  "volcengine",
  "workers-ai",
]);

/**
 * Makers whose name platforms glue to the front of a model's: `openai-gpt-5.2`, `nvidia-nemotron-3-nano-30b-a3b`.
 * Not the ones whose models begin with it themselves (`mistral-large`, `deepseek-v3.2`, `morph-v3-fast`).
 */
const GLUED_ORGS = [
  "aion-labs",
  "alibaba",
  "amazon",
  "anthropic",
  "arcee-ai",
  "arcee",
  "baidu",
  "cohere",
  "deepseek-ai",
  "google",
  "minimaxai",
  "mistralai",
  "moonshotai",
  "moonshot",
  "nvidia",
  "openai",
  "stepfun-ai",
  "stepfun",
  "tencent",
  "x-ai",
  "xai",
  "xiaomi",
  "z-ai",
  "zai-org",
  "zai",
] as const;

/** The makers a word in front of a model may stand for; null = it stands for none. `"zai-org"` → `["z-ai"]`, `"@cf"` → null. */
export function makersOfOrg(org: string): readonly string[] | null {
  return NEUTRAL.has(org) ? null : (MAKERS_BY_ORG.get(org) ?? [org]);
}

/** The maker's name glued to the start of a name, or null. `"openai-gpt-5.2"` → `"openai"`; `"meta-llama-3.1-8b"` → `"meta"`. */
export function gluedOrg(name: string): string | null {
  if (/^meta-(llama|muse)/.test(name)) return "meta";
  return GLUED_ORGS.find((org) => name.startsWith(`${org}-`) && /^[a-z]/.test(name.slice(org.length + 1))) ?? null;
}
