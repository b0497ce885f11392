/** The moment after which nothing is read any more. */
export interface NightEnd {
  /** Aborts at that moment; null = there is none. */
  readonly signal: AbortSignal | null;
  /** What a read gives, or an Error at the end of the night, whatever it is waiting for. */
  within<Value>(url: string, read: () => Promise<Value>): Promise<Value>;
}

/** A night that ends so many milliseconds from now, or one server's part of it; null = never. */
export function nightEnd(ms: number | null, whose = "the night's"): NightEnd {
  if (ms === null) return { signal: null, within: (_, read) => read() };
  const signal = AbortSignal.timeout(ms);
  const isOver = (url: string) => new Error(`GET ${url}: not read, ${whose} ${Math.round(ms / 60_000)} minutes are over`);
  const within = async <Value>(url: string, read: () => Promise<Value>): Promise<Value> => {
    if (signal.aborted) throw isOver(url);
    let stop = (): void => undefined;
    const end = new Promise<never>((_resolve, reject) => {
      stop = () => reject(isOver(url));
      signal.addEventListener("abort", stop, { once: true });
    });
    return Promise.race([read(), end]).finally(() => signal.removeEventListener("abort", stop));
  };
  return { signal, within };
}
