import { describe, expect, test } from 'vitest';
import { readToml } from '../../src/languages/toml/toml.ts';
import { fc } from '../support/fast-check.ts';
import { describeFacts, misplaced, readWith } from './text-support.ts';

function settings(path: string, text: string): string[] {
  return describeFacts(readWith(readToml, path, text).reading);
}

describe('TOML', () => {
  test('containerd configuration keeps quoted tables, arrays and positions', () => {
    const text = [
      'version = 2',
      'disabled_plugins = ["cri"]',
      '[plugins."io.containerd.grpc.v1.cri".registry.mirrors."docker.io"]',
      "  endpoint = ['https://mirror.corp', # first",
      '    "https://two.corp"]',
    ].join('\n');
    expect(settings('node/config.toml', text)).toEqual([
      '1:11 containerd version = 2',
      '2:22 containerd disabled_plugins/[] = cri',
      '4:16 containerd plugins/io.containerd.grpc.v1.cri/registry/mirrors/docker.io/endpoint/[] = https://mirror.corp',
      '5:6 containerd plugins/io.containerd.grpc.v1.cri/registry/mirrors/docker.io/endpoint/[] = https://two.corp',
    ]);
  });

  test('items of arrays of tables carry their names, and later tables belong to them', () => {
    const text = [
      '[[runners]]',
      '  name = "build"',
      '  [runners.kubernetes]',
      '    [[runners.kubernetes.volumes.host_path]]',
      '      name = "docker"',
      '      host_path = "/var/run/docker.sock"',
    ].join('\n');
    expect(settings('config.toml', text).at(-1)).toBe(
      '6:20 toml runners/[build]/kubernetes/volumes/host_path/[docker]/host_path = /var/run/docker.sock',
    );
  });

  test('CRI-O is told by its table and by its path', () => {
    expect(settings('10-x.conf', '[crio.runtime]\ncgroup_manager = "systemd"\n')).toEqual([
      '2:19 crio crio/runtime/cgroup_manager = systemd',
    ]);
    expect(settings('etc/crio/crio.conf.d/10.conf', 'a = 1')).toEqual(['1:5 crio a = 1']);
  });

  test('inline tables, dotted keys, escapes and long strings', () => {
    const text = 'a.b = { c = [1, { d = "e" }], f = true }\ng = "tab\\tend"\nh = """\none\ntwo"""\n';
    expect(settings('x.toml', text)).toEqual([
      '1:14 toml a/b/c/[] = 1',
      '1:24 toml a/b/c/[]/d = e',
      '1:35 toml a/b/f = true',
      '2:6 toml g = tab\tend',
      '4:1 toml h = one\ntwo',
    ]);
  });

  test('templates are holes, their directives blanks, and neither is a mistake', () => {
    const { reading } = readWith(
      readToml,
      'config.toml.j2',
      '{% if x %}\nroot = {{ root }}\n{% endif %}\n{{ more }}\n',
    );
    expect(reading.facts.map((fact) => [fact.kind, fact.certainty])).toEqual([['setting', 'partial']]);
    expect(reading.notes).toEqual([]);
  });

  test('a table without keys is a setting without a value', () => {
    expect(settings('telegraf.conf', '[[inputs.docker]]\n[[inputs.cpu]]\n  percpu = true\n')).toEqual([
      '3:12 toml inputs/cpu/[]/percpu = true',
      '1:10 toml inputs/docker/[] = ',
    ]);
  });

  test('a mistake is a note and the rest is read', () => {
    const { reading } = readWith(readToml, 'x.toml', 'a = "open\nnonsense here\nb = 2\n');
    expect(describeFacts(reading)).toEqual(['1:6 toml a = open', '3:5 toml b = 2']);
    expect(reading.notes.map((note) => note.message)).toEqual([
      'the string is not closed',
      'a key and a value were expected',
      'the rest of the line is not TOML',
    ]);
  });

  test('a replacement in a basic string is escaped, one that a literal string cannot hold is refused', () => {
    const { reading } = readWith(readToml, 'x.toml', 'a = "x"\nb = \'y\'\n');
    const encoded = reading.facts.map((fact) => fact.at.view.encode(fact.at.start, fact.at.end, 'p"\'q'));
    expect(encoded).toEqual(['p\\"\'q', null]);
  });

  test('property: every value is where its fact points', () => {
    const key = fc.stringMatching(/^[a-z_]{1,6}$/);
    const scalar = fc.oneof(
      fc.integer().map(String),
      fc.string({ maxLength: 12 }).map((s) => JSON.stringify(s)),
      fc.stringMatching(/^[ a-z\\"]{0,10}$/).map((s) => `'${s}'`),
    );
    const line = fc.oneof(
      fc.tuple(key, scalar).map(([k, v]) => `${k} = ${v}`),
      fc.tuple(key, fc.array(scalar, { maxLength: 4 })).map(([k, v]) => `${k} = [${v.join(', ')}]`),
      fc.array(key, { minLength: 1, maxLength: 3 }).map((keys) => `[${keys.join('.')}]`),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        expect(misplaced(readWith(readToml, 'x.toml', lines.join(end)).reading)).toEqual([]);
      }),
    );
  });
});
