import { part } from "../../../site/browser/part.ts";
import { copyButton } from "./parts/copy-button.ts";

/** On the page of a kept day: copies the citation. */

const citation = part(document, "#citation", HTMLElement);

citation.after(copyButton("Copy the citation", citation.textContent ?? ""));
