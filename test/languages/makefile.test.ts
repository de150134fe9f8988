import { describe, expect, test } from 'vitest';
import { readMakefile } from '../../src/languages/makefile.ts';
import { fc } from '../support/fast-check.ts';
import { targetText } from '../support/link-text.ts';
import { describeFacts, misplaced, readWith } from './text-support.ts';

function commands(text: string): string[] {
  const { reading } = readWith(readMakefile, 'Makefile', text);
  expect(misplaced(reading)).toEqual([]);
  return describeFacts(reading, 'command');
}

describe('makefiles', () => {
  test('recipes with marks, continuations and dollars', () => {
    const found = commands('all: dep\n\t@docker ps \\\n\t  -a\n\t-echo $$(docker info)\n');
    expect(found).toContain('2:3 run docker ps -a');
    expect(found).toContain('4:11 run docker info');
  });

  test('variables that are known are filled in', () => {
    expect(commands('DOCKER ?= docker\nclean:\n\t$(DOCKER) rmi x\n')).toEqual(['3:2 run docker rmi x']);
  });

  test('foreach over several lines', () => {
    expect(commands('tags:\n\t(set -e; $(foreach tag,$(TAGS), \\\n\t\tdocker push x:$(tag); \\\n\t))\n')[1]).toMatch(
      /^3:3 run docker push x:/,
    );
  });

  test('what is defined for later is no recipe', () => {
    expect(commands('define rule\nx:\n\tdocker ps\nendef\n$(foreach a,b,$(eval $(call rule,$(a)))): c\n')).toEqual([]);
  });

  test('functions that are called, with each argument at its place', () => {
    expect(commands("on = ssh $(1) '$(2)'\nall:\n\t$(call on,a,docker ps -q)\n")).toContain('3:14 run docker ps -q');
    const text = 'define on\n\t@echo $(1)\n\tssh $(1) "$(2)"\nendef\nall:\n\t$(call on,a,docker info)\n';
    expect(commands(text)).toContain('6:14 run docker info');
    expect(commands('ps = docker ps $(1)\nall:\n\t$(call ps,-q)\n')).toEqual(['3:2 run docker ps -q']);
    expect(commands('all:\n\t$(call unknown,docker ps)\n')).toEqual([]);
  });

  test('functions that call themselves end', () => {
    expect(commands('f = $(call f,$(1)) $(call f,$(1))\nall:\n\t$(call f,a); docker ps\n')).toContain(
      '3:15 run docker ps',
    );
  });

  test('a recipe behind a semicolon, and an include', () => {
    expect(commands('x: y ; docker ps\n')).toEqual(['1:8 run docker ps']);
    const { reading } = readWith(readMakefile, 'Makefile', 'include common.mk other.mk\n');
    expect(reading.links.map((link) => targetText(link))).toEqual(['common.mk', 'other.mk']);
  });

  test('property: every fact points at its characters', () => {
    const piece = fc.constantFrom(
      'a:',
      '\n\t',
      '\n',
      'docker ps',
      '$(',
      ')',
      '$$',
      'A=b',
      '$(A)',
      '\\\n',
      '@',
      ';',
      '#',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(misplaced(readWith(readMakefile, 'Makefile', pieces.join('')).reading)).toEqual([]);
      }),
    );
  });
});
