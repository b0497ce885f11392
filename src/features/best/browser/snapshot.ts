import { requireElement } from "../../../site/browser/require-element.ts";
import { copyButton } from "./parts/copy-button.ts";

/** On the page of a kept day: copies the citation. */

const citation = requireElement(document, "#citation", HTMLElement);

citation.after(copyButton("Copy the citation", citation.textContent ?? ""));
