import type { jsonReport } from '../src/report/json.ts';

export function quarrelPage(
  name: string,
  report: Pick<ReturnType<typeof jsonReport>, 'findings' | 'coverage'>,
  textOf: (path: string) => string,
): string;
