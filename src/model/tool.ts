/** The version that reports carry; a test keeps it equal to package.json. */
export const VERSION = '0.1.0';
export const TOOL = 'dockershim-lint';
export const HOMEPAGE = 'https://github.com/dockershim-lint/dockershim-lint';

/** The page of a rule. */
export function helpPage(rule: string): string {
  return `${HOMEPAGE}/blob/main/docs/rules/${rule}.md`;
}
