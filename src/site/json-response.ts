/** A JSON file of the public API. */
export const jsonResponse = (value: unknown): Response =>
  new Response(JSON.stringify(value), { headers: { "content-type": "application/json; charset=utf-8" } });
