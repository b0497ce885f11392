/** A workload's name within a sentence: `Long documents` → `long documents`, `RAG` stays. */
export const nameInSentence = (name: string): string => (name === name.toUpperCase() ? name : name.toLowerCase());
