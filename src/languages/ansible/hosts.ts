/** `{{ target | default('workers') }}`: the hosts that are meant where nobody says others. */
export function usualHosts(written: string): string | undefined {
  return /^["']?\{\{[^{}]{1,80}\bdefault\(\s{0,9}["']([\w.:!&,-]{1,80})["']/.exec(written.trim())?.[1];
}
