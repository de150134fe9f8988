/** The JSON schema of the configuration file, for editors. */
import { RULE_IDS } from '../model/rule-id.ts';
import { HOMEPAGE } from '../model/tool.ts';
import { describe, type OptionDescription, optionsOn, RULE_LEVELS } from './options.ts';

export function configSchema() {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${HOMEPAGE}/blob/main/schema.json`,
    title: 'Configuration of dockershim-lint (.dockershim.yaml)',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      ...Object.fromEntries(
        optionsOn('file').map((name) => [
          name,
          { description: describe(name).summary, ...valueSchema(describe(name)) },
        ]),
      ),
    },
    definitions: {
      rules: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(RULE_IDS.map((id) => [id, { enum: RULE_LEVELS }])),
      },
    },
  };
}

function valueSchema(option: OptionDescription): object {
  switch (option.type) {
    case 'choice':
      return { enum: option.choices, default: option.default };
    case 'version':
      return {
        anyOf: [
          { type: 'string', pattern: '^v?1\\.\\d{1,3}($|[.+-])' },
          { type: 'number', minimum: 1, exclusiveMaximum: 2 },
        ],
        default: `1.${option.default}`,
      };
    case 'text':
      return { type: 'string', minLength: 1 };
    case 'list':
      return { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
    case 'boolean':
      return { type: 'boolean', default: option.default };
    case 'rule-list':
      return { type: 'array', items: { enum: RULE_IDS }, uniqueItems: true };
    case 'rule-levels':
      return { $ref: '#/definitions/rules' };
    case 'overrides':
      return {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['paths', 'rules'],
          properties: {
            paths: { type: 'array', items: { type: 'string' }, minItems: 1 },
            rules: { $ref: '#/definitions/rules' },
          },
        },
      };
  }
}
