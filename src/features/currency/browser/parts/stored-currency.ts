/** The reader's choice, in the browser's own storage: blocked storage keeps nothing, and the choice lasts as long as the page. */

const CURRENCY = "currency";
/** What the loader reads: the selector of what brings the module on the next page. */
const SELECTOR = "c";

/** Null = dollars. */
export function storedCurrency(): string | null {
  try {
    return localStorage.getItem(CURRENCY);
  } catch {
    return null;
  }
}

/** Keeps it for the next page and the next visit; null forgets it. Throws nothing. */
export function storeCurrency(currency: string | null): void {
  try {
    if (currency === null) for (const key of [SELECTOR, CURRENCY]) localStorage.removeItem(key);
    else {
      localStorage.setItem(CURRENCY, currency);
      localStorage.setItem(SELECTOR, "#currency");
    }
  } catch {
    // Blocked.
  }
}
