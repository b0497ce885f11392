/** What is made of a key once, when it is first asked for: `const sum = memoizeBy((id: string) => add(rowsOf(id)))`, then `sum("a")`. */
export function memoizeBy<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const memo = new Map<Key, { readonly value: Made }>();
  return (key) => {
    const known = memo.get(key) ?? { value: make(key) };
    memo.set(key, known);
    return known.value;
  };
}
