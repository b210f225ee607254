import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/database.ts'],
    // Most of a test is waiting for Postgres or a browser, so more of them than there are cores.
    maxWorkers: 3,
    // No test file leaves anything in a module for the next: loading every module anew for each took a third of the time.
    isolate: false,
    // Three files at once on two cores, each with browsers and servers: what only a busy machine made late is asked once more.
    retry: 1,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    sequence: { shuffle: true },
  },
})
