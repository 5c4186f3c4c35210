import { writeFile } from 'node:fs/promises';
import { PDFDocument } from 'pdf-lib';
import { startDossier } from './support/candidate.ts';
import { ownCall } from './support/own-call.ts';
import { sendRaw } from './support/raw-upload.ts';
import { expect, test } from './support/test.ts';

const structure = { name: 'Pays de Test', kind: 'Département', territory: 'Test', population: '12 345' };

test('a letter that carries a program, other files, or is two files at once is refused with the way out, and leaves nothing', async ({
  withoutScripts: page,
  signIn,
  sql,
}, testInfo) => {
  const call = await ownCall(sql, 'piege');
  await signIn(`p-${process.hrtime.bigint()}@territoire.example`, page);
  const hub = await startDossier(page, call, structure);
  const letter = async (change: (document: PDFDocument) => unknown, after = '') => {
    const document = await PDFDocument.create();
    document.addPage([595, 842]).drawText('Lettre de soutien', { x: 60, y: 700 });
    await change(document);
    const file = testInfo.outputPath('lettre.pdf');
    await writeFile(file, Buffer.concat([await document.save(), Buffer.from(after, 'latin1')]));
    return file;
  };
  const traps: [sentence: RegExp, file: () => Promise<string>][] = [
    [/contient un programme/, () => letter((document) => document.addJavaScript('calcul', 'app.alert(1)'))],
    [/contient d’autres fichiers/, () => letter((document) => document.attach(Buffer.from('MZ'), 'lettre.exe'))],
    [/n’a pas pu être vérifié/, () => letter(() => undefined, 'PK\u0003\u0004 et la suite')],
  ];
  for (const [sentence, trap] of traps) {
    const file = await trap();
    await page.goto(`${hub}/lettre`);
    await page
      .getByLabel(/Nom de l’élu/)
      .first()
      .fill('Dominique Lanier');
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
    await expect(page.getByText(sentence).first()).toBeVisible();
    await expect(page.getByText('Imprimez-le vers un nouveau PDF').first()).toBeVisible();
    await expect(page.getByLabel(/Nom de l’élu/).first()).toHaveValue('Dominique Lanier');
  }
  expect(await sql('SELECT 1 FROM stored_files WHERE dossier_id = $1', [hub.split('/').at(-1)])).toEqual([]);
});

test('bodies without end, lengths that lie and uploads cut short stop at the limit and leave nothing', async ({
  page,
  context,
  signIn,
  sql,
}) => {
  const call = await ownCall(sql, 'envoi');
  await signIn(`e-${process.hrtime.bigint()}@territoire.example`);
  const hub = await startDossier(page, call, structure);
  const dossierId = hub.split('/').at(-1) ?? '';
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const address = `${process.env.SERVICE_URL}/api/pieces/${dossierId}/lettre`;
  const GIGABYTE = 1_000_000_000;

  const endless = await sendRaw(address, cookie, { bytes: GIGABYTE });
  expect(endless.sent, 'bytes taken from one gigabyte sent in chunks').toBeLessThan(100_000_000);
  const announced = await sendRaw(address, cookie, { announced: GIGABYTE, bytes: GIGABYTE });
  expect(announced.sent).toBeLessThan(100_000_000);
  const less = await sendRaw(address, cookie, { announced: 50, bytes: 5_000_000 });
  expect(less.sent).toBeLessThanOrEqual(5_000_000);
  const more = await sendRaw(address, cookie, { announced: 5_000_000, bytes: 2_000_000, hangUp: true });
  expect(more.sent).toBe(2_000_000);
  for (const { status } of [endless, announced, less, more]) expect([303, 400, 413, null]).toContain(status);

  expect(await sql('SELECT 1 FROM stored_files WHERE dossier_id = $1', [dossierId])).toEqual([]);
  await page.goto(`${hub}/lettre`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
