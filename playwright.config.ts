import { defineConfig } from '@playwright/test';
import { chromium } from './e2e/support/browser.ts';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  // A whole journey, on a machine that may be doing something else: what is awaited at each step is shorter.
  timeout: 120_000,
  // For a browser that stops drawing; scripts/test.mjs counts as a failure a test that expected something untrue the first time.
  retries: 1,
  reportSlowTests: null,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/support/stack.ts',
  // A trace takes as long as the tests themselves: it is asked for when one of them is looked into (--trace on).
  use: { launchOptions: await chromium(), locale: 'fr-FR', timezoneId: 'Europe/Paris' },
});
