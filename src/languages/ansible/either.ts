/** Values of Ansible that a test chooses between: `{{ 'present' if use_docker else 'absent' }}`. */

export interface Either {
  readonly before: string;
  readonly first: string;
  readonly test: string;
  readonly second: string;
  readonly after: string;
}

/** Both values, and what stands around them; `undefined` for any other text. */
export function eitherOf(written: string): Either | undefined {
  const { before = '', after = '', first, second, test } = EITHER.exec(written.slice(0, LONGEST))?.groups ?? {};
  if (first === undefined || second === undefined || test === undefined) return undefined;
  return { before, first, test: test.trim(), second, after };
}

const LONGEST = 600;
const EITHER =
  /^(?<before>[^{}\n]*)\{\{-?\s*(?:\(\s*)?['"](?<first>[^'"\n]*)['"]\s+if\s(?<test>[^{}\n]{1,400}?)\selse\s+['"](?<second>[^'"\n]*)['"]\s*(?:\)\s*)?-?\}\}(?<after>[^{}\n]*)$/;
