import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Where CI wants the counts; unset for people. */
const report = process.env['FUNDLOCAL_TEST_REPORT']

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    // Tests wait for a local Workers runtime and a browser on a slow machine, never for time to pass.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
    // Many tests wait for the local runtime: with one worker less than cores, as is usual, a core would too.
    maxWorkers: Math.max(2, availableParallelism()),
    env: { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
})
