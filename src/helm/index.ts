/** Charts without Helm: rendering in-process, with the origin of every character. Knows nothing about rules. */
export { exploreChart } from './explore/explore.ts';
export { renderChart } from './render.ts';
export type * from './types.ts';
export { PATIENT_LIMITS } from './values/budget.ts';
