import { ownAddress } from './support/address.ts';
import { expect, test } from './support/test.ts';

async function lastMail(request: import('@playwright/test').APIRequestContext, email: string): Promise<string> {
  const mails = (await (await request.get(`/demo/courrier.json?a=${email}`)).json()) as { text: string }[];
  return mails[0]?.text ?? '';
}

test('a mail scanner that opens the link uses nothing up; the person’s click does, once', async ({ page, request, browser, baseURL }) => {
  const email = ownAddress('lien');
  await page.goto('/connexion');
  await page.getByLabel('Votre courriel').fill(email);
  await page.getByRole('button', { name: 'Recevoir un code' }).click();
  await page.waitForURL(/code/);
  const link = /https?:\/\/\S+/.exec(await lastMail(request, email))?.[0] ?? '';
  const path = link.replace(/^https?:\/\/[^/]+/, '');
  const token = new URL(link).searchParams.get('jeton') ?? '';
  for (const method of ['GET', 'HEAD'] as const) {
    expect((await request.fetch(path, { method })).status()).toBe(200);
    expect(
      (await request.fetch(`/api/auth/callback/email?email=${email}&token=${token}`, { method, maxRedirects: 0 })).status(),
    ).toBeGreaterThanOrEqual(400);
  }

  const phone = await browser.newPage({ baseURL });
  await phone.goto(path);
  await expect(phone.getByText(email)).toBeVisible();
  await phone.getByRole('button', { name: 'Me connecter' }).click();
  await expect(phone.getByRole('button', { name: 'Se déconnecter' })).toBeVisible();
  await phone.close();

  const replay = await browser.newPage({ baseURL });
  await replay.goto(path);
  await replay.getByRole('button', { name: 'Me connecter' }).click();
  await expect(replay.getByText('Ce lien ne peut plus servir')).toBeVisible();
  await replay.close();
});

test('a wrong code is told, and the right one still works', async ({ page, request }) => {
  const email = ownAddress('code');
  await page.goto('/connexion?suite=/candidature');
  await page.getByLabel('Votre courriel').fill('pas une adresse');
  await page.getByRole('button', { name: 'Recevoir un code' }).click();
  await expect(page.getByText('Écrivez une adresse de courriel complète')).toBeVisible();
  await expect(page.getByLabel('Votre courriel')).toHaveValue('pas une adresse');
  await expect(page.getByLabel('Votre courriel')).toBeFocused();
  await page.getByLabel('Votre courriel').fill(email);
  await page.getByRole('button', { name: 'Recevoir un code' }).click();
  await page.waitForURL(/code/);
  await page.getByLabel('Code à six chiffres').fill('12');
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await expect(page.getByText('Ce code n’est pas le bon')).toBeVisible();
  await expect(page.getByLabel('Code à six chiffres')).toBeFocused();
  const code = /(\d{3}) (\d{3})/.exec(await lastMail(request, email))?.[0] ?? '';
  await page.getByLabel('Code à six chiffres').fill(code);
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await page.waitForURL(/\/candidature$/);
});

test('a code posted from another site opens nothing', async ({ request }) => {
  const answer = await request.post('/api/auth/callback/email', {
    form: { courriel: 'a@b.example', jeton: 'x' },
    headers: { origin: 'https://evil.example' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(404);
});

test('signing out ends the session, here and in the database', async ({ page, enterAs, context }) => {
  await enterAs('Lucie Perrot');
  const cookies = await context.cookies();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible();
  await context.addCookies(cookies);
  await page.goto('/candidature');
  await page.waitForURL(/connexion\?suite/);
});

test('the demonstration’s one-click entry knows invented people only', async ({ page, request, signInByCode }) => {
  const email = ownAddress('vrai');
  await signInByCode(email);
  await page.goto('/demo');
  await expect(page.getByText(email, { exact: true })).toHaveCount(1); // only as the signed-in person, at the top
  expect((await request.get('/demo/courrier.json')).status()).toBe(200);
});
