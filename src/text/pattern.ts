/** Texts inside of regular expressions. */

/** A pattern that matches exactly the text. */
export function literalPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
