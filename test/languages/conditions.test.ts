/** The conditions under which a line counts, in every language. */
import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import { factsOf, readScript } from './shell-reading.ts';

function told({ conditions }: { readonly conditions: readonly Condition[] }): string {
  return conditions.map((one) => `${one.kind} ${one.holds}`).join(', ');
}

/** What holds where the script pulls. */
function inShell(text: string): string {
  const pull = factsOf(readScript(text), 'command').find((fact) => fact.words.some((word) => word.text === 'pull'));
  return pull ? told(pull) : 'not found';
}

describe('conditions of shell', () => {
  test('a line in two conditions has both, the outer one first', () => {
    const text = 'if [ "$RUNTIME" = docker ]; then\n  command -v docker && docker pull a\nfi';
    expect(inShell(text)).toBe('runtime true, presence true');
  });

  test('a branch after others holds where none of them did', () => {
    const text = 'if command -v crictl; then :\nelif command -v docker; then :\nelse docker pull a\nfi';
    expect(inShell(text)).toBe('runtime true, presence false');
  });

  test('the arms of a case and an assignment of the environment', () => {
    const text = 'case "$CONTAINER_RUNTIME" in docker) KEEP=1 docker pull a;; esac';
    expect(inShell(text)).toBe('runtime true');
  });

  test('a flag, a path, a package and a variable stand under the conditions of their command', () => {
    const reading = readScript(
      'if [ "$RUNTIME" = docker ]; then\n  apt-get install docker.io\n  A=1\n  rm /etc/docker/key.json\n  kubelet --network-plugin=cni\nfi',
    );
    const inside = reading.facts.filter((fact) => fact.kind !== 'command');
    expect(inside.map((fact) => `${fact.kind}: ${told(fact)}`)).toEqual([
      'package: runtime true',
      'env: runtime true',
      'path: runtime true',
      'flag: runtime true',
    ]);
  });
});
