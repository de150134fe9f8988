import { describe, expect, test } from 'vitest';
import { branchesApart } from '../../src/languages/shell/branches.ts';
import { maskTemplates } from '../../src/text/mask.ts';
import { createSource } from '../../src/text/source.ts';
import { fileView } from '../../src/text/view.ts';

/** The commands, with a hole as `_`. */
function commands(text: string): string[] {
  const apart = branchesApart(fileView(createSource('task.yml', text))).text;
  expect(apart).toHaveLength(text.length);
  return maskTemplates(apart)
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => line !== '');
}

describe('the branches of a template in a command line', () => {
  test.each([
    ['{% if a %} docker ps {% else %} crictl ps {% endif %}', ['docker ps', 'crictl ps']],
    ['{%- if a == "x" -%} docker ps {%- elif b -%} podman ps {%- endif -%}\n', ['docker ps', 'podman ps']],
    [
      'sleep 1; {% if a %}docker ps{% else %}crictl ps{% endif %} | wc -l',
      ['sleep 1;', 'docker ps', 'crictl ps', '| wc -l'],
    ],
    [
      '{% if a %}{% if b %}docker ps{% else %}docker ps -a{% endif %}{% else %}crictl ps{% endif %}',
      ['docker ps', 'docker ps -a', 'crictl ps'],
    ],
    ['%{ if a }docker ps%{ else }crictl ps%{ endif }', ['docker ps', 'crictl ps']],
  ])('are commands of their own: %s', (text, expected) => {
    expect(commands(text)).toEqual(expected);
  });

  test.each([
    ['{% if a %}docker{% else %}podman{% endif %} ps', ['docker podman ps']],
    ['docker run {% if a %}-v /a:/a{% else %}-v /b:/b{% endif %} web', ['docker run -v /a:/a -v /b:/b web']],
    ['{% if a %}sudo {% endif %}docker ps', ['sudo docker ps']],
    ['docker run \\\n{% if a %}-v /a:/a{% else %}-v /b:/b{% endif %}\n', ['docker run \\', '-v /a:/a -v /b:/b']],
    ['{% if a %}docker ps{% else %}crictl ps', ['docker ps crictl ps']],
  ])('stay one where they are words of it: %s', (text, expected) => {
    expect(commands(text)).toEqual(expected);
  });
});
