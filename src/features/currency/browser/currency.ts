import { createElement } from "../../../site/browser/create-element.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { storedCurrency } from "./parts/stored-currency.ts";

/** The head's button becomes a choice of currencies when it is pressed, or at once where one was chosen before. What it does comes only then. */

const button = requireElement(document, "#currency", HTMLButtonElement);

async function start(choice: "opened" | "closed"): Promise<void> {
  try {
    const { chooseCurrency } = await import("./parts/choose-currency.ts");
    await chooseCurrency(button, choice);
  } catch {
    button.replaceWith(createElement("span", { role: "status" }, "Rates did not load."));
  }
}

button.addEventListener("click", () => void start("opened"), { once: true });
// Last, when all of this file stands. The loader takes the module for ready when this is done.
if (storedCurrency() !== null) await start("closed");
