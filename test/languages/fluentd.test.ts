import { describe, expect, test } from 'vitest';
import { readFluentBit } from '../../src/languages/logs/fluent-bit.ts';
import { readFluentd } from '../../src/languages/logs/fluentd.ts';
import { fc } from '../support/fast-check.ts';
import { targetText } from '../support/link-text.ts';
import { describeFacts, misplaced, readWith } from './text-support.ts';

describe('fluentd', () => {
  test('sources are told apart, nested directives lead to their parameters', () => {
    const text = [
      '<source>',
      '  @type tail',
      '  path /var/log/containers/*.log,/var/lib/docker/containers/*/*.log # both',
      '  <parse>',
      '    @type json',
      '  </parse>',
      '</source>',
      '<source>',
      '  @type tail',
      '  format "json"',
      '</source>',
    ].join('\n');
    expect(describeFacts(readWith(readFluentd, 'fluent.conf', text).reading)).toEqual([
      '2:9 fluentd source/[tail]/@type = tail',
      '3:8 fluentd source/[tail]/path = /var/log/containers/*.log,/var/lib/docker/containers/*/*.log',
      '3:8 read /var/log/containers/*.log',
      '3:34 read /var/lib/docker/containers/*/*.log',
      '5:11 fluentd source/[tail]/parse/@type = json',
      '9:9 fluentd source/[tail#2]/@type = tail',
      '10:11 fluentd source/[tail#2]/format = json',
    ]);
  });

  test('units of a journal filter over several lines', () => {
    const text =
      '<source>\n  @type systemd\n  matches [\n    {"_SYSTEMD_UNIT": "docker.service"},\n    { "_SYSTEMD_UNIT": "kubelet.service" }]\n  tag x\n</source>\n';
    expect(describeFacts(readWith(readFluentd, 'fluent.conf', text).reading).slice(1)).toEqual([
      '4:24 fluentd source/[systemd]/matches/_SYSTEMD_UNIT = docker.service',
      '5:25 fluentd source/[systemd]/matches/_SYSTEMD_UNIT = kubelet.service',
      '6:7 fluentd source/[systemd]/tag = x',
    ]);
  });

  test('the default of an environment variable is the value', () => {
    const text = `<parse>\n  @type "#{ENV['FLUENT_CONTAINER_TAIL_PARSER_TYPE'] || 'json'}"\n</parse>\n`;
    expect(describeFacts(readWith(readFluentd, 'fluent.conf', text).reading)[0]).toBe(
      '2:57 fluentd parse/[json]/@type = json',
    );
  });

  test('includes are links, an open directive is a note', () => {
    const { reading } = readWith(readFluentd, 'fluent.conf', '@include systemd.conf\n<match **>\n');
    expect(reading.links.map((link) => targetText(link))).toEqual(['systemd.conf']);
    expect(reading.notes.map((note) => note.message)).toEqual(['a directive is not closed']);
  });

  test('property: every fact points at its characters', () => {
    const piece = fc.constantFrom(
      '<source>',
      '</source>',
      '\n',
      ' ',
      '@type',
      ' tail',
      '"',
      '[',
      ']',
      '{',
      '#',
      'path /a,/b',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(misplaced(readWith(readFluentd, 'fluent.conf', pieces.join('')).reading)).toEqual([]);
      }),
    );
  });
});

describe('fluent-bit', () => {
  test('sections carry their plug-in', () => {
    const text =
      '[INPUT]\n    Name   tail\n    Path   /var/log/containers/*.log\n    Parser docker\n[INPUT]\n    Name systemd\n    Systemd_Filter _SYSTEMD_UNIT=docker.service\n';
    expect(describeFacts(readWith(readFluentBit, 'fluent-bit.conf', text).reading)).toEqual([
      '2:12 fluent-bit INPUT/[tail]/Name = tail',
      '3:12 fluent-bit INPUT/[tail]/Path = /var/log/containers/*.log',
      '3:12 read /var/log/containers/*.log',
      '4:12 fluent-bit INPUT/[tail]/Parser = docker',
      '6:10 fluent-bit INPUT/[systemd]/Name = systemd',
      '7:34 fluent-bit INPUT/[systemd]/Systemd_Filter/_SYSTEMD_UNIT = docker.service',
    ]);
  });
});
