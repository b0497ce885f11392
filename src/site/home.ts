import config from "../../site.config.json" with { type: "json" };

/** Where this site's code and its people are: `site.config.json` at the root names them once. */
export const REPOSITORY = config.repository;

/** A new issue by a template: `wrong-price` → its form. */
export const newIssue = (template: string): string => `${REPOSITORY}/issues/new?template=${template}.yml`;

/** Where a hole is reported in private. */
export const ADVISORY = `${REPOSITORY}/security/advisories/new`;

/** Where the site is, for what runs outside of Astro. */
export const SITE = config.site;
