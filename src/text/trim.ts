/** `1.2` of `1.200` for the sign `0`. An expression such as `/0+$/` begins anew at each sign of a run that ends nowhere. */
export function withoutTrailing(text: string, sign: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === sign) end--;
  return text.slice(0, end);
}
