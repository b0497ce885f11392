/** Who trained the model an id names: `anthropic/claude-opus-4.8` → `anthropic`. */
export const makerOfId = (modelId: string): string => modelId.split("/", 1)[0] ?? "";
