/** The path the site was built for, slash to slash: `"token-parity"` → `"/token-parity/"`, nothing → `"/"`. */
export function basePath(text = process.env["BASE_PATH"] ?? "/"): string {
  const inner = text.replace(/^\/+|\/+$/g, "");
  return inner === "" ? "/" : `/${inner}/`;
}
