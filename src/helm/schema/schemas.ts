/** The values of a chart and its sub-charts against their values.schema.json. */
import type { Chart } from '../chart/chart.ts';
import type { HelmNote } from '../types.ts';
import { type Budget, BudgetError } from '../values/budget.ts';
import type { MapValue } from '../values/value.ts';
import { map } from '../values/value.ts';
import { parseJson } from '../yaml/json-parse.ts';
import { complaintsAbout } from './check.ts';
import { SchemaError } from './model.ts';
import { readSchema } from './read.ts';

export interface Checked {
  /** helm's message where a schema refuses the values. */
  readonly error: string | null;
  /** What was not checked. */
  readonly notes: readonly HelmNote[];
}

export function checkSchemas(chart: Chart, values: MapValue, budget: Budget): Checked {
  const checks = checksOf(chart, values, budget);
  const messages = checks.flatMap(({ message }) => message);
  const error = messages.length === 0 ? null : `${REFUSED}\n${messages.join('')}`;
  return { error, notes: checks.flatMap(({ notes }) => notes) };
}

const REFUSED = "values don't meet the specifications of the schema(s) in the following chart(s):";

interface Check {
  readonly message: readonly string[];
  readonly notes: readonly HelmNote[];
}

function checksOf(chart: Chart, values: MapValue, budget: Budget): Check[] {
  budget.nextFile();
  const below = chart.dependencies.flatMap((child) => {
    const own = values.entries.get(child.metadata.name);
    return checksOf(child, own?.kind === 'map' ? own : map(), budget);
  });
  return chart.schema === null ? below : [checkOne(chart, chart.schema, values, budget), ...below];
}

function checkOne(chart: Chart, file: NonNullable<Chart['schema']>, values: MapValue, budget: Budget): Check {
  const note = (code: HelmNote['code'], message: string): HelmNote => {
    return { code, message, path: file.source.path, from: 0, to: file.content.text.length };
  };
  const refusal = (text: string, notes: readonly HelmNote[] = []): Check => {
    return { message: [`${chart.metadata.name}:\n${text}`], notes };
  };
  const parsed = parseJson(file.content);
  if (parsed.value === null) return refusal(parsed.error ?? '');
  try {
    const { schema, elsewhere } = readSchema(parsed.value, budget);
    const notes = elsewhere.map((address) =>
      note('refusal', `values are not checked against ${address}, which is not fetched`),
    );
    const complaints = complaintsAbout(values, schema, budget);
    return complaints.length === 0
      ? { message: [], notes }
      : refusal(complaints.map((one) => `- ${one}\n`).join(''), notes);
  } catch (error) {
    if (error instanceof SchemaError) return refusal(error.message);
    if (!(error instanceof BudgetError)) throw error;
    return {
      message: [],
      notes: [note('budget', 'values are not checked against this schema, which is too much work')],
    };
  }
}
