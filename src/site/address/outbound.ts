/** What a link says of where it leads: another site gets no way back to this page. */
export const relOf = (href: string): "noopener" | undefined => (/^https?:/.test(href) ? "noopener" : undefined);
