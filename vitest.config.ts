import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{forms,functions,infra,test}/**/*.test.ts'],
    globalSetup: ['test/bundled.ts'],
    reporters: ['default', './test/closing-line.ts'],
    // Two cores are what CI has; a test file may start the whole product.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
