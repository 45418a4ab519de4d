import { defineConfig } from 'vitest/config'

export default defineConfig({
  define: { TTHC_VERSION: '"0.0.0-test"' },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    // Many tests start real processes, and a CI machine is shared.
    testTimeout: 60_000,
    // A clerk's machine is set to Vietnamese, a CI machine to nothing: tests must not depend on either.
    env: { LANG: '', LC_ALL: '', LC_MESSAGES: '', NO_COLOR: '', FORCE_COLOR: '' },
  },
})
