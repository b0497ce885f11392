/**
 * What is made when it is first asked for, and the same from then on: `const sum = memoizeOnce(() => add(rows))`, then `sum()`. What throws is made
 * again the next time.
 */
export function memoizeOnce<Made>(make: () => Made): () => Made {
  let memo: { readonly value: Made } | null = null;
  return () => {
    memo ??= { value: make() };
    return memo.value;
  };
}
