/** The groups on which a pattern of hosts lets a play run. */

/**
 * `a:b`, `a,b` and lists in YAML are of several groups, `a:&b` of hosts that both have, `a:!b` of the first alone.
 * https://docs.ansible.com/ansible/latest/inventory_guide/intro_patterns.html
 */
export function groupsOfPattern(written: string): readonly string[] {
  const words = written.split(/[\s:,[\]"']+|- /).filter((word) => word !== '' && !word.startsWith('!'));
  return words.map((word) => word.replace(/^&/, ''));
}
