/** What a rule page says of the fixes of its rule. */
import type { FixWords } from '../../src/rules/rule.ts';

/** The page with the section in its place, between «Instead» and «When it is fine». */
export function withFixSection(page: string, words: FixWords): string {
  const next = page.indexOf('\n## When it is fine\n');
  const old = page.indexOf('\n## Fix\n');
  const end = old >= 0 && old < next ? old : next;
  return `${page.slice(0, end)}\n${fixSection(words)}${page.slice(next)}`;
}

function fixSection(words: FixWords): string {
  const lines =
    'none' in words
      ? [`None: ${words.none}`]
      : [
          ...('safe' in words ? [`- Safe (\`--fix\`): ${words.safe}`] : []),
          ...(words.unsafe === undefined ? [] : [`- Unsafe (\`--fix=unsafe\`): ${words.unsafe}`]),
        ];
  return `## Fix\n\n${lines.join('\n')}\n`;
}
