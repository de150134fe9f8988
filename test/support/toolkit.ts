/** What `@actions/core` prints, which writes to the process by itself. */
import { vi } from 'vitest';

/** Everything in its order, with what else is written to standard output meanwhile. */
export function toolkitOutput(use: () => void): string {
  let output = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += text;
    return true;
  });
  try {
    use();
  } finally {
    spy.mockRestore();
  }
  return output;
}
