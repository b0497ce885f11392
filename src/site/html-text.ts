/** Text as HTML and XML write it, in elements and between double quotes. */
export const escapeHtml = (text: string): string =>
  // One look first: of millions of texts a build writes, few have any of them.
  /[&<>"]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
    : text;

/** Text from anywhere in XML: no sign that XML forbids, and none that cannot be seen. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff]/gu, "")
    .replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
