import { defineConfig } from 'vitest/config'

export default defineConfig({
  define: { TTHC_VERSION: '"0.0.0-test"' },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    // Laws are tried on hundreds of texts, and the machine may have other work: a test that hangs is told soon enough.
    testTimeout: 60_000,
    // A clerk's machine is set to Vietnamese, a CI machine to nothing: tests must not depend on either.
    env: { LANG: '', LC_ALL: '', LC_MESSAGES: '', NO_COLOR: '', FORCE_COLOR: '' },
  },
})
