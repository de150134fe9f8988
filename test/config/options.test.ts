import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describe as describeOption, OPTION_NAMES, optionsOn } from '../../src/config/options.ts';
import { readInputs, readMinor, readOption } from '../../src/config/read-value.ts';
import { nearest } from '../../src/config/usage-error.ts';
import { VERSION } from '../../src/model/tool.ts';

function reader(inputs: Readonly<Record<string, string>>) {
  const text = (name: string) => inputs[name] ?? '';
  return {
    text,
    lines: (name: string) => text(name).split('\n'),
    boolean: (name: string) => text(name) === 'true',
  };
}

describe('options', () => {
  it('are described in one sentence each', () => {
    for (const name of OPTION_NAMES) {
      expect(describeOption(name).summary).toMatch(/^[A-Z].*\.$/s);
      expect(describeOption(name).on.length).toBeGreaterThan(0);
    }
  });

  it('of the Action are read as text, a list from lines', () => {
    const inputs: Record<string, string> = {
      'fail-on': ' warning ',
      outputs: 'sarif=a\n\n json=b \n',
      annotations: 'false',
    };
    expect(readInputs(optionsOn('action'), reader(inputs))).toEqual({
      'fail-on': 'warning',
      outputs: ['sarif=a', 'json=b'],
      annotations: false,
    });
  });

  it.each([
    ['1.24', 24],
    ['v1.24.3', 24],
    ['1.30.1-gke.5', 30],
    ['1.35+', 35],
  ])('read the version %s', (text, minor) => {
    expect(readMinor(text, 'x')).toBe(minor);
  });

  it.each(['', '1', '24', '2.1', '1.x', '1.1', '1.999'])('refuse the version %j', (text) => {
    expect(() => readMinor(text, '--kubernetes-version')).toThrow(
      '--kubernetes-version must be a Kubernetes version such as 1.24',
    );
  });

  it('name what a choice may be', () => {
    expect(() => readOption('fail-on', ['eror'], '--fail-on')).toThrow(
      '--fail-on must be one of error, warning, notice, never. Unknown value "eror". Did you mean "error"?',
    );
  });
});

describe('did you mean', () => {
  it.each([
    ['--formt', '--format'],
    ['--fial-on', '--fail-on'],
    ['--json', undefined],
    ['--out', '--output'],
  ])('%s: %s', (written, meant) => {
    expect(nearest(written, ['--format', '--fail-on', '--output', '--compare'])).toBe(meant);
  });
});

describe('the version', () => {
  it('is that of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(VERSION).toBe(version);
  });
});
