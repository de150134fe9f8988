import { describe, expect, test } from 'vitest';
import { readUserData } from '../../src/languages/cloud-init/user-data.ts';
import { readDockerfile } from '../../src/languages/dockerfile/dockerfile.ts';
import type { FrontEnd } from '../../src/languages/front-end.ts';
import { readGroovy } from '../../src/languages/groovy.ts';
import { readIni } from '../../src/languages/ini/ini.ts';
import { readFluentBit } from '../../src/languages/logs/fluent-bit.ts';
import { readFluentd } from '../../src/languages/logs/fluentd.ts';
import { readMakefile } from '../../src/languages/makefile.ts';
import { readPowerShell } from '../../src/languages/powershell/powershell.ts';
import { recogniseLanguage } from '../../src/languages/recognise.ts';
import { readSystemd } from '../../src/languages/systemd/systemd.ts';
import { readTerraform } from '../../src/languages/terraform/terraform.ts';
import { readToml } from '../../src/languages/toml/toml.ts';
import { inputOf, misplaced, readWith } from '../languages/text-support.ts';
import { growth, IN_PROPORTION } from '../support/steps.ts';

const many = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length));

const FRONT_ENDS: readonly (readonly [string, FrontEnd, string])[] = [
  ['Dockerfile', readDockerfile, 'Dockerfile'],
  ['systemd', readSystemd, 'kubelet.service'],
  ['toml', readToml, 'config.toml'],
  ['fluentd', readFluentd, 'fluent.conf'],
  ['fluent-bit', readFluentBit, 'fluent-bit.conf'],
  ['ini', readIni, 'x.ini'],
  ['environment', readIni, 'etc/default/kubelet'],
  ['cron', readIni, 'etc/cron.d/x'],
  ['logrotate', readIni, 'etc/logrotate.d/x'],
  ['monit', readIni, 'monit/x'],
  ['makefile', readMakefile, 'Makefile'],
  ['terraform', readTerraform, 'main.tf'],
  ['powershell', readPowerShell, 'x.ps1'],
  ['groovy', readGroovy, 'Jenkinsfile'],
  [
    'user data',
    (input, embed) => readUserData(input, embed, () => ({ documents: [], facts: [], links: [], notes: [] })),
    'user-data',
  ],
];

const TEXTS: readonly (readonly [string, (size: number) => string])[] = [
  ['a long word', (n) => `A=${'a'.repeat(n)}`],
  ['a line of words', (n) => `RUN ${many('a ', n)}`],
  ['nothing closed', (n) => many('[{("\'<x ', n)],
  ['brackets', (n) => `a = ${many('[', n)}`],
  ['braces', (n) => many('{', n)],
  ['template braces', (n) => many('{{', n)],
  ['quotes in lines', (n) => many('a = "b\n', n)],
  ['long strings that do not close', (n) => `${many('a = 1\n', n)}x = """`],
  ['here-documents', (n) => many('RUN <<EOF\n', n)],
  ['here-documents in HCL', (n) => many('a = <<EOF\n', n)],
  ['here-strings', (n) => many('@"\n', n)],
  ['continued lines', (n) => `RUN a ${many('\\\n', n)}`],
  ['comments between continued lines', (n) => `RUN a \\\n${many('# c\n', n)}`],
  ['sections', (n) => many('[a]\n', n)],
  ['directives', (n) => many('<source>\n', n)],
  ['references', (n) => `a:\n\t${many('$(A', n)}`],
  ['variables that hold themselves', (n) => `${many('A=$(A)$(A)\n', n)}x:\n\techo $(A)\n`],
  ['stages and comments', (n) => many('FROM a\n# c\n', n)],
  ['interpolations', (n) => `a = "${many('${', n)}`],
  ['backslashes', (n) => many('\\', n)],
  ['parts of a mail', (n) => `Content-Type: multipart/mixed; boundary="x"\n${many('--x\n\n', n)}`],
  ['line ends of Windows', (n) => many('a=b\r\n', n)],
  ['null characters', (n) => many('\0', n)],
];

describe.each(FRONT_ENDS)('hostile texts take steps in proportion: %s', (_name, frontEnd, path) => {
  test.each(TEXTS)('%s', (_text, make) => {
    const read = (size: number) => readWith(frontEnd, path, make(size)).reading;
    const reading = read(100_000);
    expect(misplaced({ ...reading, facts: reading.facts.slice(0, 500) })).toEqual([]);
    expect(growth(10_000, read)).toBeLessThan(IN_PROPORTION);
  });
});

test.each(TEXTS)('the language of a hostile text is recognised in few steps: %s', (_name, make) => {
  const recognise = (size: number) => recogniseLanguage(inputOf('some/key', '').path, make(size), undefined);
  expect(growth(10_000, recognise)).toBeLessThan(IN_PROPORTION);
});
