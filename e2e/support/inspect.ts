import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectContrast, expectNoSidewaysScroll } from './test.ts';

/**
 * Looks at the page shown as several people would: with axe, in both themes, on a window of 320 px, and with text twice
 * as large. Leaves the page as it was.
 */
export async function inspectPage(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expectAccessible(page);

  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const lightBackground = await background();
  await page.evaluate(() => {
    document.documentElement.dataset.frTheme = 'dark';
  });
  expect(await background(), 'the dark theme darkens the page').not.toBe(lightBackground);
  await expectContrast(page);
  await page.evaluate(() => {
    document.documentElement.dataset.frTheme = 'light';
  });

  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(size);

  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expectNoSidewaysScroll(page);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
}

/** Opens each address and looks at it. */
export async function inspectPages(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await inspectPage(page);
  }
}
