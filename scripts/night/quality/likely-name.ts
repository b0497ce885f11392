/** What leaderboards add to a model's name: a day, an effort, a maker, a number format. Only for guessing what a person should look at. */
const ADDITIONS = [
  /\b20\d{2}-?[01]\d-?[0-3]\d\b/g,
  /\((?:thinking|non-thinking|xhigh|high|medium|low|minimal|thinking-minimal)\)/g,
  /-(?:thinking-auto|(?:no-?|non-|high)?thinking(?:-\d+k)?|reasoning|xhigh|high|medium|low|minimal|max|instant|base)(?:-effort|-\d+k)?(?=$|-)/g,
  /^(?:nvidia|amazon|arcee)-/,
  /-(?:bf16|fp8|nvfp4|it|instruct|chat)$/,
];

/**
 * A name without its additions, letters and digits only: `"claude-opus-4-8-high"` and `"anthropic/claude-opus-4.8"` both give
 * `"claudeopus48"`. Equal keys are worth a look; they never join anything.
 */
export function likelyName(name: string): string {
  const slug = name.toLowerCase().replace(/^[a-z0-9-]+\//, "");
  const bare = ADDITIONS.reduce((text, addition) => text.replace(addition, ""), slug);
  return bare.replace(/[^a-z0-9]/g, "");
}
