import { defineConfig } from 'vitest/config'

/** The page in a real browser: Chromium at CHROMIUM_PATH, or where Debian puts it. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.browser.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
