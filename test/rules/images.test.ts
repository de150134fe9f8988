import { expect, test } from 'vitest';
import { hasRepository, rowsByRepository } from '../../src/rules/shared/images.ts';

test.each([
  ['acme/agent', true],
  ['acme/agent:1.2', true],
  ['registry.example.com:5000/acme/agent@sha256:00', true],
  ['registry.example.com/mirrored-acme-agent:1', true],
  ['registry.example.com/mirror/acme-agent', true],
  ['registry.example.com/acme-agent', true],
  ['acme/agent-operator', false],
  ['bigacme/agent', false],
  ['registry.example.com/bigacme-agent', false],
  ['agent', false],
])('%s is acme/agent, under its own name or that of a mirror: %j', (image, expected) => {
  expect(hasRepository(image, 'acme/agent')).toBe(expected);
});

test('a name of one word is not looked for inside of others', () => {
  expect(['telegraf', 'acme/telegraf:1', 'acme/my-telegraf'].map((image) => hasRepository(image, 'telegraf'))).toEqual([
    true,
    true,
    false,
  ]);
});

test('rows are told by the repositories that they name, in their order', () => {
  const rows = [{ ends: ['acme/agent', 'old/agent'] }, { ends: ['agent'] }, { ends: ['acme/gent'] }];
  const rowsFor = rowsByRepository(rows, ({ ends }) => ends);
  expect(
    ['acme/agent:1', 'registry.example/mirrored-acme-agent', 'agent', 'acme/client', ''].map((image) =>
      rowsFor(image).map((row) => rows.indexOf(row)),
    ),
  ).toEqual([[0, 1], [0], [1], [], []]);
});
