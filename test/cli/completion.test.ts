/** The scripts that complete command lines, tried in the shell itself. */
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { optionsOn } from '../../src/config/options.ts';
import { createFolder, type Folder } from '../support/command-line.ts';

let folder: Folder;
let scripts: Readonly<Record<string, string>>;
beforeAll(async () => {
  folder = createFolder({ 'charts/a.yaml': '' });
  const of = async (shell: string) => (await folder.run(['completion', shell])).out;
  scripts = { bash: await of('bash'), zsh: await of('zsh'), fish: await of('fish') };
});
afterAll(() => folder.remove());

/** What bash offers for the last word. */
function offered(...words: string[]): readonly string[] {
  const line = ['dockershim-lint', ...words].map((word) => `'${word}'`).join(' ');
  const script = `${scripts.bash}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length}; _dockershim_lint; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const printed = execFileSync('bash', ['--norc', '-c', script], { cwd: folder.path, encoding: 'utf8' });
  return printed.split('\n').filter((word) => word !== '');
}

describe.skipIf(process.platform === 'win32')('in bash', () => {
  it.each<readonly [readonly string[], readonly string[]]>([
    [['ba'], ['baseline']],
    [['ch'], ['charts']],
    [['--for'], ['--format']],
    [['--no-g'], ['--no-gitignore']],
    [['--format', 'sa'], ['sarif']],
    [['render', '--tr'], ['--trace']],
    [['explain', 'docker-socket-m'], ['docker-socket-mount']],
    [['--select', 'own'], ['own-check']],
    [['baseline', 'p'], ['prune']],
    [
      ['migrate', '--to', 'c'],
      ['containerd', 'cri-o'],
    ],
  ])('%j', (words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });
});

describe('the script for zsh', () => {
  it('brings compdef where the shell has none, before it completes as bash does', () => {
    expect(scripts.zsh?.split('\n').slice(0, 3)).toEqual([
      '(( $+functions[compdef] )) || { autoload -U +X compinit && compinit; }',
      'autoload -U +X bashcompinit && bashcompinit',
      '# dockershim-lint completion bash',
    ]);
  });

  it('counts in $((…)): zsh reads a bare name behind a colon as a modifier', () => {
    expect(scripts.zsh).toContain('"${COMP_WORDS[@]:1:$((COMP_CWORD-1))}"');
    expect(scripts.zsh).not.toMatch(/:\d+:[A-Z]/);
  });
});

describe('each script', () => {
  it('knows every command and every option', () => {
    for (const [shell, script] of Object.entries(scripts)) {
      const lost = [...COMMANDS, ...optionsOn('command line')].filter(
        (word) => word !== 'lint' && !script.includes(word),
      );
      expect([shell, lost]).toEqual([shell, []]);
    }
  });

  it('is for a shell that is known', async () => {
    expect((await folder.run(['completion', 'bahs'])).err).toBe(
      'dockershim-lint: Unknown shell "bahs". Did you mean "bash"?\n',
    );
    expect((await folder.run(['completion'])).err).toContain(
      'Use "completion bash", "completion zsh", "completion fish".',
    );
  });
});
