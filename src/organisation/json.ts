/** The survey for programs: a single object with a `schemaVersion`; within a version fields are only added. */
import { visibleJson } from '../report/escape.ts';
import type { Survey } from './model.ts';
import { addUp, countsOf } from './survey.ts';

const SURVEY_SCHEMA_VERSION = 1;

export function surveyJson({ repositories, rules }: Survey): string {
  const counts = addUp(repositories.map(countsOf));
  return `${visibleJson(
    {
      schemaVersion: SURVEY_SCHEMA_VERSION,
      summary: {
        repositories: repositories.length,
        notLookedAt: repositories.filter(({ state }) => state === 'not-looked-at').length,
        ...pluralCounts(counts),
      },
      repositories: repositories.map((one) => {
        if (one.state === 'not-looked-at') return { name: one.name, notLookedAt: one.reason };
        const { commit, date, conclusion, counts: own, suppressed, files, notUnderstood } = one.report;
        return { name: one.name, commit, date, conclusion, ...pluralCounts(own), suppressed, files, notUnderstood };
      }),
      rules: rules.map(({ rule, repositories: concerned, counts: own }) => ({
        ...{ rule, repositories: concerned },
        ...pluralCounts(own),
      })),
    },
    2,
  )}\n`;
}

function pluralCounts({ error, warning, notice }: ReturnType<typeof addUp>) {
  return { errors: error, warnings: warning, notices: notice };
}
