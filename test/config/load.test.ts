import { describe, expect, it } from 'vitest';
import { lintOptions } from '../../src/config/apply.ts';
import { readConfig } from '../../src/config/load.ts';
import { mergeLayers } from '../../src/config/options.ts';
import { UsageError } from '../../src/config/usage-error.ts';

function messageOf(text: string): string {
  try {
    readConfig('.dockershim.yaml', text);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'no error';
}

describe('a configuration file', () => {
  it('gives every kind of option', () => {
    const text = [
      'target-runtime: cri-o',
      'kubernetes-version: 1.30',
      'fail-on: never',
      'annotations: false',
      'exclude: [vendor, "**/testdata/**"]',
      'values: ci/values.yaml',
      'rules:',
      '  docker-cli-command: off',
      'overrides:',
      '  - paths: [legacy]',
      '    rules: {docker-socket-mount: notice}',
      'unsuppressible: [docker-socket-mount]',
    ].join('\n');
    expect(readConfig('.dockershim.yaml', text)).toEqual({
      'target-runtime': 'cri-o',
      'kubernetes-version': 30,
      'fail-on': 'never',
      annotations: false,
      exclude: ['vendor', '**/testdata/**'],
      values: ['ci/values.yaml'],
      rules: { 'docker-cli-command': 'off' },
      overrides: [{ paths: ['legacy'], rules: { 'docker-socket-mount': 'notice' } }],
      unsuppressible: ['docker-socket-mount'],
    });
  });

  it('may be JSON, empty, or only comments', () => {
    expect(readConfig('.dockershim.json', '{"$schema": "x", "fail-on": "warning"}')).toEqual({ 'fail-on': 'warning' });
    expect(readConfig('.dockershim.yaml', '')).toEqual({});
    expect(readConfig('.dockershim.yaml', '# nothing yet\n')).toEqual({});
  });

  it.each([
    ['fail-onn: error', '.dockershim.yaml:1: Unknown key "fail-onn". Did you mean "fail-on"?'],
    ['token: abc', '.dockershim.yaml:1: Unknown key "token".'],
    [
      '\n\nrules:\n  docker-cli: off',
      '.dockershim.yaml:4: Unknown rule "docker-cli". Did you mean "docker-cli-command"?',
    ],
    [
      'rules:\n  docker-cli-command: errr',
      '.dockershim.yaml:2: docker-cli-command must be one of off, error, warning, notice. Unknown value "errr". Did you mean "error"?',
    ],
    ['fail-on: [error]', '.dockershim.yaml:1: fail-on must have one value.'],
    [
      'kubernetes-version: 2',
      '.dockershim.yaml:1: kubernetes-version must be a Kubernetes version such as 1.24 (from 1.16), not "2".',
    ],
    ['annotations: yes', '.dockershim.yaml:1: annotations must be true or false, not "yes".'],
    ['exclude: {a: b}', '.dockershim.yaml:1: exclude must be a list.'],
    ['fail-on: error\nfail-on: never', '.dockershim.yaml:2: The key "fail-on" is written twice.'],
    ['a: &x error\nfail-on: *x', '.dockershim.yaml:1: Unknown key "a".'],
    ['baseline: &x b\nconfig: c', '.dockershim.yaml:2: Unknown key "config".'],
    ['fail-on: *x', '.dockershim.yaml:1: Aliases are not read in the configuration.'],
    ['overrides: [{paths: [a]}]', '.dockershim.yaml:1: Each entry of overrides needs both "paths" and "rules".'],
    ['overrides: [{path: [a], rules: {}}]', '.dockershim.yaml:1: Unknown key "path". Did you mean "paths"?'],
    ['- a', '.dockershim.yaml:1: The configuration must be a map of options.'],
    ['a: [', '.dockershim.yaml:1: Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ])('tells what is wrong in %j', (text, message) => {
    expect(messageOf(text)).toContain(message);
  });

  it('is not read when it is a trap', () => {
    expect(messageOf('['.repeat(5000))).toBe('.dockershim.yaml is nested too deeply.');
    expect(messageOf(`${'- '.repeat(3000)}a`)).toBe('.dockershim.yaml is nested too deeply.');
    expect(messageOf('a'.repeat(300_000))).toBe('.dockershim.yaml is larger than 256 KiB.');
  });
});

describe('layers', () => {
  it('win in their order, and leave defaults where none speaks', () => {
    const settings = mergeLayers([{ 'fail-on': 'warning', exclude: ['a'] }, { 'fail-on': 'never' }]);
    expect([settings['fail-on'], settings.exclude, settings['target-runtime'], settings['kubernetes-version']]).toEqual(
      ['never', ['a'], 'containerd', 37],
    );
  });
});

describe('levels of rules', () => {
  const file = [
    'rules: {docker-cli-command: warning}',
    'overrides:',
    '  - {paths: [legacy], rules: {docker-cli-command: notice}}',
    '  - {paths: ["legacy/nodes/*.sh"], rules: {docker-cli-command: off}}',
  ].join('\n');

  it('come from the last override that matches, then from the rule', () => {
    const options = lintOptions(mergeLayers([readConfig('c', file)]), '2026-11-25');
    const level = (path: string) => options.levelOf('docker-cli-command', path);
    expect(['a.sh', 'legacy/a.sh', 'legacy/nodes/a.sh', 'legacy/nodes/x/a.sh'].map(level)).toEqual([
      'warning',
      'notice',
      'off',
      'notice',
    ]);
    expect(options.levelOf('docker-socket-mount', 'a.sh')).toBe(undefined);
  });

  it('match paths as the configuration file sees them', () => {
    const options = lintOptions(mergeLayers([readConfig('c', file)]), '2026-11-25', 'legacy/');
    expect(options.levelOf('docker-cli-command', 'nodes/a.sh')).toBe('off');
  });
});
