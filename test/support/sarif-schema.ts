/**
 * A strict reading of SARIF 2.1.0 for what we write: every property that we use with the type and bounds that the
 * standard gives it, nothing else allowed, and the limits of GitHub code scanning on top.
 */

const text = { type: 'string', minLength: 1 } as const;
const uri = { type: 'string', format: 'uri-reference' } as const;
const level = { enum: ['none', 'note', 'warning', 'error'] } as const;

function object(required: readonly string[], properties: Readonly<Record<string, object>>) {
  return { type: 'object', required, properties, additionalProperties: false };
}

function list(
  items: object,
  bounds: { readonly minItems?: number; readonly maxItems?: number; readonly uniqueItems?: boolean } = {},
) {
  return { type: 'array', items, ...bounds };
}

const message = object(['text'], { text, markdown: text });
const multiformat = object(['text'], { text, markdown: text });

const region = object(['startLine'], {
  startLine: { type: 'integer', minimum: 1 },
  startColumn: { type: 'integer', minimum: 1 },
  endLine: { type: 'integer', minimum: 1 },
  endColumn: { type: 'integer', minimum: 1 },
  snippet: object(['text'], { text: { type: 'string' } }),
});

const physicalLocation = object(['artifactLocation'], {
  artifactLocation: object(['uri'], { uri, uriBaseId: { const: 'SRCROOT' } }),
  region,
});

const location = object(['physicalLocation'], {
  id: { type: 'integer', minimum: -1 },
  physicalLocation,
  message,
});

const rule = object(['id', 'shortDescription', 'fullDescription', 'helpUri', 'help', 'defaultConfiguration'], {
  id: { type: 'string', maxLength: 255 },
  name: { type: 'string', maxLength: 255, pattern: '^[A-Z][A-Za-z]*$' },
  shortDescription: object(['text'], { text: { type: 'string', minLength: 1, maxLength: 1024 } }),
  fullDescription: object(['text'], { text: { type: 'string', minLength: 1, maxLength: 1024 } }),
  helpUri: { type: 'string', format: 'uri' },
  help: multiformat,
  defaultConfiguration: object(['level'], { level }),
  properties: object([], { tags: list({ type: 'string' }, { maxItems: 10, uniqueItems: true }) }),
});

const result = object(['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'], {
  ruleId: { type: 'string' },
  ruleIndex: { type: 'integer', minimum: 0 },
  level,
  baselineState: { enum: ['new', 'unchanged', 'updated', 'absent'] },
  message,
  locations: list(location, { minItems: 1, maxItems: 1 }),
  relatedLocations: list(location, { maxItems: 100, uniqueItems: true }),
  codeFlows: list(
    object(['threadFlows'], {
      threadFlows: list(
        object(['locations'], { locations: list(object(['location'], { location }), { minItems: 1, maxItems: 1000 }) }),
        {
          minItems: 1,
        },
      ),
    }),
  ),
  partialFingerprints: { type: 'object', additionalProperties: { type: 'string' }, minProperties: 1 },
  properties: { type: 'object' },
});

const notification = object(['message', 'level'], {
  level,
  message,
  descriptor: object(['id'], { id: text }),
  locations: list(location),
});

export const SARIF_SCHEMA = object(['version', 'runs'], {
  $schema: { type: 'string', format: 'uri' },
  version: { const: '2.1.0' },
  runs: list(
    object(['tool', 'automationDetails', 'results'], {
      tool: object(['driver'], {
        driver: object(['name', 'rules'], {
          name: text,
          semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
          informationUri: { type: 'string', format: 'uri' },
          rules: list(rule, { uniqueItems: true }),
        }),
      }),
      automationDetails: object(['id'], { id: { type: 'string', pattern: '^dockershim-lint/' } }),
      columnKind: { const: 'utf16CodeUnits' },
      originalUriBaseIds: { type: 'object', propertyNames: { const: 'SRCROOT' } },
      invocations: list(
        object(['executionSuccessful'], {
          executionSuccessful: { type: 'boolean' },
          toolExecutionNotifications: list(notification),
        }),
      ),
      results: list(result, { maxItems: 5000 }),
    }),
    { minItems: 1, maxItems: 1 },
  ),
});
