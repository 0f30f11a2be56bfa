import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BrowserBench,
  browserBench,
  hasBrowser,
  needsBrowser,
  soon,
} from '../support/browser.js';
import { htmlReport, webAssessment } from '../support/web-report.js';

describe.skipIf(!hasBrowser)(`the HTML report in a browser (${needsBrowser})`, () => {
  let bench: BrowserBench;
  let address: string;
  beforeAll(async () => {
    bench = await browserBench();
    address = await bench.keep('report', await htmlReport(webAssessment(300)));
  });
  afterAll(() => bench.close());

  const heading = (page: Page) => page.locator('main h1');
  const rowNames = (page: Page) => page.locator('main tbody th[scope=row] > a').allTextContents();
  const count = (page: Page) => page.locator('[role=status]').first();

  test('search without diacritics finds an agency', async () => {
    const { page, complaints } = await bench.open(`${address}#/agencies`);
    await page.getByRole('searchbox').fill('so y te');
    await soon(() => rowNames(page)).toEqual(['Sở Y tế']);
    expect(await count(page).textContent()).toBe('1 trong 3 dòng');
    expect(complaints).toEqual([]);
  });

  test('a column sorts both ways and says so', async () => {
    const { page } = await bench.open(`${address}#/agencies`);
    const head = page.getByRole('columnheader', { name: 'Cơ quan', exact: true });
    await head.getByRole('button').click();
    await soon(() => head.getAttribute('aria-sort')).toBe('ascending');
    expect(await rowNames(page)).toEqual(['Sở Mẫu', 'Sở Y tế', 'UBND xã Mẫu']);
    await head.getByRole('button').click();
    await soon(() => head.getAttribute('aria-sort')).toBe('descending');
    expect(await rowNames(page)).toEqual(['UBND xã Mẫu', 'Sở Y tế', 'Sở Mẫu']);
  });

  test('filters narrow the findings and stay in the address', async () => {
    const { page } = await bench.open(`${address}#/findings`);
    await soon(() => count(page).textContent()).toBe('308 dòng');
    await page.getByRole('button', { name: 'Nghiêm trọng' }).click();
    await soon(() => count(page).textContent()).toBe('62 trong 308 dòng');
    await page.getByLabel('Cơ quan').selectOption({ label: 'Sở Y tế (30)' });
    await soon(() => count(page).textContent()).toBe('30 trong 308 dòng');
    expect(page.url()).toContain('#/findings?severity=critical&agency=so-y-te');
    await page.reload();
    await soon(() => count(page).textContent()).toBe('30 trong 308 dòng');
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await soon(() => count(page).textContent()).toBe('308 dòng');
  });

  test('from the province down to an article and back again', async () => {
    const { page, complaints } = await bench.open(address);
    const walk = [
      ['link', 'Sở Mẫu', 'Sở Mẫu'],
      ['link', 'Hệ thống một cửa', 'Hệ thống một cửa'],
      ['link', 'PL-01', 'PL-01'],
      ['link', 'Điều 18 NĐ 331/2026', 'Điều 18 NĐ 331/2026'],
    ] as const;
    const titles = [await page.title()];
    for (const [role, name, title] of walk) {
      await page.locator('main').getByRole(role, { name, exact: true }).first().click();
      await soon(() => heading(page).textContent()).toBe(title);
      await soon(() => page.title()).toContain(title);
      expect(await heading(page).evaluate((each) => each === document.activeElement)).toBe(true);
      titles.push(await page.title());
    }
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles.slice(0, -1).reverse()) {
      await page.goBack();
      await soon(() => page.title()).toBe(title);
    }
    expect(complaints).toEqual([]);
  });

  test('going back restores the place and puts the focus on the link that was followed', async () => {
    const { page } = await bench.open(`${address}#/findings`);
    await page.mouse.move(600, 700);
    await page.mouse.wheel(0, 9000);
    const link = page.locator('main tbody a', { hasText: 'EP-0' }).first();
    await soon(() => page.evaluate(() => scrollY)).toBeGreaterThan(5000);
    await page.waitForTimeout(500);
    const before = await page.evaluate(() => scrollY);
    const visible = page.locator('main tbody tr[data-index] a').nth(12);
    const target = await visible.getAttribute('href');
    await visible.evaluate((each: HTMLElement) => each.click());
    await soon(() => page.url()).toContain('#/finding/');
    await page.goBack();
    await soon(() =>
      page.evaluate(() => document.activeElement?.getAttribute('href') ?? null),
    ).toBe(target);
    expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(200);
    expect(await link.count()).toBe(1);
  });

  test('the language changes every word and is remembered', async () => {
    const { page } = await bench.open(`${address}#/findings`);
    await page.getByRole('button', { name: /^EN/ }).click();
    await soon(() => heading(page).textContent()).toBe('Findings');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await page.locator('main tbody .clamp').first().textContent()).toBe(
      'Not as the law asks.',
    );
    await page.reload();
    await soon(() => heading(page).textContent()).toBe('Findings');
  });

  test('the theme follows the system until one is chosen', async () => {
    const { page } = await bench.open(address, { colorScheme: 'dark' });
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
    await soon(theme).toBe('dark');
    const button = page.getByRole('button', { name: 'Nền theo máy' });
    await button.click();
    await soon(theme).toBe('light');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('button', { name: 'Nền sáng' }).click();
    await soon(theme).toBe('dark');
    await page.getByRole('button', { name: 'Nền tối' }).click();
    await soon(theme).toBe('light');
  });

  test('the keyboard alone reaches a finding: skip, search, open', async () => {
    const { page } = await bench.open(`${address}#/findings`);
    const focused = () => page.evaluate(() => document.activeElement?.tagName);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    await soon(focused).toBe('H1');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('INPUT');
    await page.keyboard.type('xa mau');
    await soon(() => count(page).textContent()).toBe('1 trong 308 dòng');
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.matches('tbody a'))) break;
    }
    await page.keyboard.press('Enter');
    await soon(() => heading(page).textContent()).toBe('IN-01');
  });

  test('an address that names nothing says so', async () => {
    const { page } = await bench.open(`${address}#/agency/khong-co`);
    await soon(() => heading(page).textContent()).toBe('Không tìm thấy');
    await page.goto(`${address}#/nonsense`);
    await soon(() => heading(page).textContent()).toBe('Không tìm thấy');
  });
});
