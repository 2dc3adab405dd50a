import fc from 'fast-check';

/** How many values each property is tried with. */
fc.configureGlobal({ numRuns: Number(process.env.PROPERTY_RUNS ?? 500) });
