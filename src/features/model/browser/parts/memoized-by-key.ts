/** So many values are kept: a reader goes back and forth between a few workloads. */
const MOST_MEMOIZED = 12;

/**
 * Makes a value once for each key, and gives the same again for the last keys that were asked for: `memoizedByKey()("rag", () => 1)` → 1. Of more than
 * twelve the one that was not asked for the longest is made again.
 */
export function memoizedByKey<Value>(): (key: string, make: () => Value) => Value {
  const values = new Map<string, Value>();
  return (key, make) => {
    const value = values.get(key) ?? make();
    values.delete(key);
    values.set(key, value);
    const [oldest] = values.keys();
    if (values.size > MOST_MEMOIZED && oldest !== undefined) values.delete(oldest);
    return value;
  };
}
