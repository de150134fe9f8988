/** The one spelling of a flag's name. */

/** `network-plugin` for `--network_plugin=cni`; the letter for a short flag; undefined for what is no flag. */
export function normaliseFlag(text: string): string | undefined {
  const long = /^--([A-Za-z][\w.-]*)(?:=|$)/.exec(text);
  if (long?.[1]) return long[1].replaceAll('_', '-');
  return /^-([A-Za-z])(?:=|$)/.exec(text)?.[1] ?? /^-([a-z][\w.-]+)(?:=|$)/.exec(text)?.[1]?.replaceAll('_', '-');
}
