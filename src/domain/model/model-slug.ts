import { gluedOrg, makersOfOrg } from "./maker-org.ts";
import { variantWords } from "./variant-words.ts";

/** A platform's id as the matcher compares it. */
export interface ModelSpelling {
  /** The model's own name: lower case, hyphens only, every identity word kept. */
  readonly text: string;
  /** The makers the id may mean; null = it names none. */
  readonly makers: readonly string[] | null;
  /** The id is a repository's (`meta-llama/Llama-3.2-1B`): where it does not say `-Instruct`, it means the base weights. */
  readonly namesRepository: boolean;
}

/** A text that ends in a day: the text before it, and the day as `YYYYMMDD`. */
export interface DatedText {
  readonly stem: string;
  readonly day: string;
}

/**
 * The comparison text of a platform's id: `us.anthropic.claude-haiku-4-5-20251001-v1:0` → `claude-haiku-4-5-20251001`,
 * `accounts/fireworks/models/kimi-k2p6` → `kimi-k2-6`, `Qwen/Qwen3-235B-A22B-Instruct-2507-FP8` → `qwen-3-235b-a22b-instruct-2507`.
 *
 * It takes away only what says nothing of the weights: paths, vendors, case, separators, the version marks of clouds, and the words
 * of `variantWords`. Sizes, dates, `-latest`, `-preview`, `-thinking`, `-mini`, `-instruct` … stay. Twice is once.
 */
export function normaliseModelId(upstreamId: string): string {
  return readSpelling(upstreamId).text;
}

/** The comparison text and what else the id says. `"zai-org/GLM-4.6"` → text `glm-4-6`, makers `["z-ai"]`, a repository. */
export function readSpelling(upstreamId: string): ModelSpelling {
  const earlierSpelling = spellings.get(upstreamId);
  if (earlierSpelling !== undefined) return earlierSpelling;
  const spelling = spellingOf(upstreamId);
  if (spellings.size >= MOST_SPELLINGS) spellings.clear();
  spellings.set(upstreamId, spelling);
  return spelling;
}

/** Ids that were read before: models, rows and guards of one night ask for each about eight times, and reading them was a third of the night. */
const spellings = new Map<string, ModelSpelling>();
/** Five catalogues like today's. */
const MOST_SPELLINGS = 100_000;

function spellingOf(upstreamId: string): ModelSpelling {
  const { bareId } = variantWords(normaliseCharacters(upstreamId));
  const parts = bareId.toLowerCase().replace(/^hf:/, "").split("/");
  const name = readName(parts.at(-1) ?? "");
  const makers = [...parts.slice(0, -1), ...name.orgs].map(makersOfOrg).filter((each) => each !== null);
  return { text: name.text, makers: makers.length === 0 ? null : makers.flat(), namesRepository: REPOSITORY.test(bareId) };
}

/** Full-width letters and any hyphen as a keyboard writes them: `ｇｐｔ‑5` → `gpt-5`. */
export const normaliseCharacters = (text: string): string => text.normalize("NFKC").replace(/[\p{Pd}\u2212]/gu, "-");

/** Hugging Face writes capitals after the slash; Fireworks names its copies of repositories under `accounts/`. */
const REPOSITORY = /\/[^/]*[A-Z][^/]*$|^accounts\//;

/** A name that moves to the next model by itself: `gemini-flash-latest`. */
export const isFloatingAlias = (text: string): boolean => text.endsWith("-latest");

/**
 * `claude-haiku-4-5-20251001` and `gpt-5-2025-08-07` end in a day. `deepseek-r1-0528` and `mistral-large-2512` do not say year, month
 * and day: they are names and stay whole.
 */
export function splitDay(text: string): DatedText | null {
  const dated = /^(.+?)-(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])$/.exec(text);
  return dated === null ? null : { stem: dated[1] ?? "", day: `${dated[2]}${dated[3]}${dated[4]}` };
}

/** The text without the words for "tuned to be talked to": `gemma-3-27b-it` → `gemma-3-27b`. */
export const withoutInstruct = (text: string): string => dropWords(text, /^(instruct|it|chat)$/);

/** The text without any word for how it was tuned: two models that meet here are siblings, not spellings of one. */
export const withoutTuning = (text: string): string => dropWords(text, /^(instruct|it|chat|thinking|think|reasoning|base|pt)$/);

function dropWords(text: string, words: RegExp): string {
  const [first, ...otherWords] = text.split("-");
  return [first, ...otherWords.filter((word) => !words.test(word))].join("-");
}

/** Peels ways of selling and vendors and tidies separators until nothing changes, so that their order never matters. */
function readName(name: string): { readonly text: string; readonly orgs: readonly string[] } {
  const { bareId } = variantWords(name);
  const vendor = vendorOf(bareId);
  const bareText = plainText(vendor === null ? bareId : vendor.rest);
  if (vendor === null && bareText === name) return { text: name, orgs: [] };
  const deeper = readName(bareText);
  return { text: deeper.text, orgs: vendor === null ? deeper.orgs : [vendor.org, ...deeper.orgs] };
}

/** `anthropic.claude-…` (Bedrock), `anthropic--claude-…` (SAP) and `openai-gpt-…`. */
function vendorOf(name: string): { readonly org: string; readonly rest: string } | null {
  const marked = /^([a-z][a-z0-9]*)(?:--|\.(?=[a-z]))(.+)$/.exec(name);
  if (marked !== null) return { org: marked[1] ?? "", rest: marked[2] ?? "" };
  const org = gluedOrg(name);
  return org === null ? null : { org, rest: name.slice(org.length + 1) };
}

/** Separators become hyphens, `k2p6` and `qwen3` come apart, Bedrock's version marks (`-v1:0`, `-1:0`) and Databricks' prefix go. */
function plainText(name: string): string {
  return name
    .replace(/^databricks-/, "")
    .replace(/^(doubao|dola)-(?=seed-)/, "")
    .replace(/(\d{8})-v\d+:\d+$/, "$1")
    .replace(/(-v1|-\d)?:0$/, "")
    .replaceAll("+", "-plus")
    .replace(/(\d)p(?=\d)/g, "$1-")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .replace(/(?<=(?:^|-)[a-z]{3,})(?=\d)/g, "-")
    .replace(/-v1$/, "");
}
