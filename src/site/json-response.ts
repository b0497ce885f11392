/** A JSON file of the public API. */
export const jsonResponse = (value: unknown): Response => jsonTextResponse(JSON.stringify(value));

/** The same of one that is text already. */
export const jsonTextResponse = (text: string): Response =>
  new Response(text, { headers: { "content-type": "application/json; charset=utf-8" } });
