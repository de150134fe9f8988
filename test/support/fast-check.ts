/**
 * Every test's fast-check, with one seed: a run is judged by what the change did, not by which cases came up.
 * `PROPERTY_SEED=N` looks at others, as the weekly search does.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1124) });

export { fc };
