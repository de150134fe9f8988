/** The JSON schema of the configuration file, for editors. */
import { RULE_IDS } from '../model/rule-id.ts';
import { HOMEPAGE } from '../model/tool.ts';
import { describeSection, type KnowledgeField, SECTION_NAMES, type SectionName } from './knowledge.ts';
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
    case 'knowledge':
      return {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          SECTION_NAMES.map((name) => [
            name,
            { description: describeSection(name).summary, type: 'array', maxItems: 200, items: entrySchema(name) },
          ]),
        ),
      };
  }
}

function entrySchema(name: SectionName): object {
  const { fields, oneOf, anyOf } = describeSection(name);
  const required = Object.keys(fields).filter((key) => fields[key]?.required);
  return {
    type: 'object',
    additionalProperties: false,
    required,
    ...(oneOf ? { oneOf: oneOf.map(hasKey) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(hasKey) } : {}),
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [key, { description: field.summary, ...fieldSchema(field) }]),
    ),
  };
}

function hasKey(key: string): object {
  return { required: [key], properties: { [key]: {} } };
}

function fieldSchema(field: KnowledgeField): object {
  switch (field.type) {
    case 'choice':
      return { enum: field.choices, ...(field.default === undefined ? {} : { default: field.default }) };
    case 'list':
      return { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }] };
    case 'rule':
      return { enum: RULE_IDS };
    case 'link':
      return { type: 'string', pattern: '^https?://[^\\s<>"`]+$' };
    case 'number':
      return { type: 'integer', minimum: 0, maximum: 99 };
    case 'text':
      return { type: ['string', 'number', 'boolean'] };
    default:
      return field satisfies never;
  }
}
