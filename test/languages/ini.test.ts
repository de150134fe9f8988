import { describe, expect, test } from 'vitest';
import { readIni } from '../../src/languages/ini/ini.ts';
import { describeFacts, readWith } from './text-support.ts';

function facts(path: string, text: string): string[] {
  return describeFacts(readWith(readIni, path, text).reading);
}

describe('configuration without a language of its own', () => {
  test('plain INI', () => {
    expect(facts('x.ini', '; note\n[agent]\nsocket = "/var/run/docker.sock"\nport: 5\n')).toEqual([
      '3:11 ini agent/socket = /var/run/docker.sock',
      '4:7 ini agent/port = 5',
    ]);
  });

  test('logrotate: the rotated files and the script after it', () => {
    const text =
      '/var/lib/docker/containers/*/*.log "/var/log/a b.log" {\n  rotate 3\n  postrotate\n    docker ps\n  endscript\n}\n';
    const described = facts('logrotate.d/docker', text);
    expect(described[0]).toBe('1:1 read /var/lib/docker/containers/*/*.log');
    expect(described.at(-1)).toBe('4:5 run docker ps');
  });

  test('a cron table of the system has a user before the command', () => {
    expect(facts('etc/cron.d/clean', 'MAILTO=ops\n0 4 * * * root docker system prune -af\n')).toEqual([
      '1:8 env MAILTO=ops',
      '2:16 run docker system prune -af',
    ]);
  });

  test('a cron table of a user has none', () => {
    expect(facts('clean.crontab', '@daily docker image prune -f\n')).toEqual(['1:8 run docker image prune -f']);
  });

  test('monit: started programs and pid files', () => {
    const text =
      'check process docker with pidfile /var/run/docker.pid\n  start program = "/bin/systemctl start docker"\n';
    const described = facts('monit/docker.conf', text);
    expect(described).toContain('1:35 read /run/docker.pid');
    expect(described).toContain('2:20 run /bin/systemctl start docker');
  });

  describe('paths count in lines whose syntax is a program’s own:', () => {
    const logs = '/var/lib/docker/containers/*/*.log';

    test.each([
      ['rsyslog', `input(type="imfile" File="${logs}" Tag="docker:")`],
      ['rsyslog in its old syntax', `$InputFileName ${logs}`],
      ['syslog-ng', `  file("${logs}" follow-freq(1));`],
      ['nxlog', `  File '${logs}'`],
      ['a section of Splunk', `[monitor://${logs}]`],
    ])('%s', (_, line) => {
      expect(facts('etc/log.conf', `# a note\n${line}\n`).filter((fact) => fact.includes(' read '))).toEqual([
        `2:${line.indexOf(logs) + 1} read ${logs}`,
      ]);
    });

    test.each([
      [`input(type="imfile"\n      File="${logs}"\n      Tag="docker:")`, 3],
      [`input(\n  type="imfile" # one of (two\n\n  file='${logs}' )`, 5],
      [
        `ruleset(name="a(b") {\n  action(\n    type="omfile" template="(%msg%)"\n  )\n}\ninput(type="imfile"\n  File="${logs}")`,
        8,
      ],
      [`source s {\n  file(\n    "${logs}"\n  );\n};`, 4],
    ])('a statement goes over several lines: %#', (statement, line) => {
      const read = facts('etc/log.conf', `# a note\n${statement}\nlevel = debug\n`);
      expect(read.filter((fact) => fact.includes(' read '))).toEqual([
        expect.stringMatching(`^${line}:\\d+ read /var/lib`),
      ]);
      expect(read.at(-1)).toContain('ini level = debug');
    });

    test('a statement that is closed ends, and settings of a file in sections are none', () => {
      const text = `module(load="imfile")\nFile="${logs}"\n[a]\nkey = call(\nFile = ${logs}\n`;
      expect(facts('etc/log.conf', text).filter((fact) => fact.includes(' read '))).toEqual([]);
    });

    test('an arrow assigns, as in Logstash', () => {
      expect(facts('etc/logstash.conf', `input {\n  file {\n    path => "${logs}"\n  }\n}\n`)).toEqual([
        `3:14 ini path = ${logs}`,
      ]);
    });

    test.each([
      ['what is left out', `ExcludePath ${logs}`],
      ['what systemd-tmpfiles makes', 'd /var/lib/docker 0711 root root -'],
      ['a log that the program writes itself', 'if $programname == "dockerd" then /var/log/docker.log'],
      ['a comment', `# File ${logs}`],
      ['an address on the network', 'Url "https://example.org/var/lib/docker"'],
    ])('not %s', (_, line) => {
      expect(facts('etc/x.conf', `[a]\n${line}\n`).filter((fact) => / read \/var\//.test(fact))).toEqual([]);
    });
  });
});
