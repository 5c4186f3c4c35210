import { describe, expect, it } from 'vitest';
import { saveSection } from '../../lib/operations/dossier.ts';
import { receive } from '../../lib/operations/reception.ts';
import { ownDossier } from '../../lib/queries/dossier.ts';
import { setUpDatabase } from '../support/database.ts';
import { givenDossier, givenOpenCall, givenPerson, must } from '../support/given.ts';

setUpDatabase();

const SAVES = 40;

describe('a dossier as its own people see it', () => {
  it('the version that guards a page is the one of the text that is shown, while somebody else saves it', async () => {
    const lead = await givenPerson();
    const dossierId = await givenDossier(lead, await givenOpenCall());
    const first = (await ownDossier(lead, dossierId, receive()))?.versions['fiche-3'] ?? 0;
    let saving = true;
    const colleague = (async () => {
      for (let version = first; version < first + SAVES; version += 1) {
        await must(saveSection(lead, dossierId, 'fiche-3', { '3-1': `Version ${version + 1}` }, version, receive()));
      }
      saving = false;
    })();
    const seen = new Map<number, unknown>();
    while (saving) {
      const own = await ownDossier(lead, dossierId, receive());
      const version = own?.versions['fiche-3'] ?? 0;
      if (version > first) seen.set(version, own?.answers['fiche-3']?.['3-1']);
    }
    await colleague;
    expect(seen.size).toBeGreaterThan(SAVES / 4);
    expect([...seen].filter(([version, text]) => text !== `Version ${version}`)).toEqual([]);
  });
});
