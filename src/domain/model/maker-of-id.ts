/** Who trained the model an id names: `anthropic/claude-opus-4.8` → `anthropic`. */
export function makerOfId(modelId: string): string {
  const end = modelId.indexOf("/");
  return end < 0 ? modelId : modelId.slice(0, end);
}
