import { createHash, randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demonstrationCall } from '../../lib/calls/demonstration/call.ts';
import { categories } from '../../lib/calls/tani-2020/categories.ts';
import { charters } from '../../lib/calls/tani-2020/charters.ts';
import type { Actor } from '../../lib/domain/actor.ts';
import { legalTimeZone } from '../../lib/domain/dates.ts';
import { closeDeposit, publishCall } from '../../lib/operations/call.ts';
import { issueCharter } from '../../lib/operations/charter.ts';
import { createDossier, saveSection } from '../../lib/operations/dossier.ts';
import { decideAdmissibility, decideEligibility } from '../../lib/operations/examination.ts';
import { attachFile } from '../../lib/operations/file.ts';
import { createPersona, type Persona } from '../../lib/operations/persona.ts';
import { receive } from '../../lib/operations/reception.ts';
import type { Result } from '../../lib/operations/result.ts';
import { deliverReview, type PostedReview } from '../../lib/operations/review.ts';
import { freezeSelection, releaseSelection } from '../../lib/operations/selection.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { answersOf, emailOf, explanations } from './answers.ts';
import { supportLetter } from './letter.ts';
import { missionPeople } from './people.ts';
import { type Stage, type Territory, territories } from './territories.ts';

type People = Record<keyof typeof missionPeople, Actor>;
type Filed = { territory: Territory; dossierId: string };

const DAY_MS = 86_400_000;
const openStages: Stage[] = ['emptyDraft', 'startedDraft', 'withoutLetter', 'submittedOpen', 'changedSinceSubmission'];
const stageLabels: Record<Stage, string> = {
  emptyDraft: 'dossier à peine commencé',
  startedDraft: 'brouillon en cours',
  withoutLetter: 'dossier complet, sauf la lettre de l’élu',
  submittedOpen: 'dossier déposé, encore modifiable',
  changedSinceSubmission: 'dossier déposé, modifié depuis',
  submitted: 'dossier déposé, dépôt clos',
  letterAwaited: 'dossier déposé, la lettre de l’élu peut encore arriver',
  inadmissible: 'dossier irrecevable',
  admissible: 'dossier en instruction',
  oneReview: 'dossier en instruction',
  twoReviews: 'dossier en instruction',
  disputed: 'dossier en instruction',
  released: 'décision publiée',
};

/**
 * Plays the demonstration: every step is the real one, through the same operations and the same rules as for everybody.
 * Three invented calls: one open for a month, one that has just closed and still takes letters of support, and the one
 * before it, decided.
 */
export async function playDemonstration(now: Date): Promise<void> {
  const people = await missionActors();
  const year = now.getFullYear();
  const open = await publishCall(
    demonstrationCall({
      code: `essai-${year + 1}`,
      promotion: 5,
      labelYear: year + 1,
      opensAt: midnight(now, -15),
      closesAt: midnight(now, 30),
    }),
  );
  // Both are open while their dossiers are filed, and closed right after, the older one first.
  const dates = { opensAt: midnight(now, -90), closesAt: midnight(now, 2) };
  const decided = await publishCall(demonstrationCall({ code: `essai-${year - 1}`, promotion: 3, labelYear: year - 1, ...dates }));
  const past = await publishCall(
    demonstrationCall({ code: `essai-${year}`, promotion: 4, labelYear: year, ...dates, letterUntil: midnight(now, 12) }),
  );
  const filed: Filed[] = [];
  for (const territory of territories) {
    const callId = territory.stage === 'released' ? decided : openStages.includes(territory.stage) ? open : past;
    filed.push({ territory, dossierId: await file(territory, callId) });
  }
  await must(closeDeposit(people.ousmane, decided, receive()));
  await must(closeDeposit(people.ousmane, past, receive()));
  for (const one of filed) await examine(one, people);
  for (const one of filed) await review(one, people);
  await release(decided, filed, people);
}

async function missionActors(): Promise<People> {
  const actor = async (person: Persona): Promise<Actor> => {
    const userId = await createPersona(person);
    return { userId, email: person.email, name: person.name, grants: person.roles.map((role) => ({ role, callId: null })) };
  };
  const { ines, hugo, salome, noe, claire, ousmane, agathe } = missionPeople;
  return {
    ines: await actor(ines),
    hugo: await actor(hugo),
    salome: await actor(salome),
    noe: await actor(noe),
    claire: await actor(claire),
    ousmane: await actor(ousmane),
    agathe: await actor(agathe),
  };
}

/** Fills a dossier as its candidate would, as far as its stage says. */
async function file(territory: Territory, callId: string): Promise<string> {
  const email = emailOf(territory);
  const userId = await createPersona({
    email,
    name: territory.lead,
    description: `${territory.name} : ${stageLabels[territory.stage]}`,
    roles: [],
  });
  const actor: Actor = { userId, email, name: territory.lead, grants: [] };
  const { structure = {}, ...pages } = answersOf(territory);
  const { dossierId } = await must(createDossier(actor, callId, structure, receive()));
  if (territory.stage === 'emptyDraft') return dossierId;
  const kept = Object.entries(pages).slice(0, territory.stage === 'startedDraft' ? 4 : undefined);
  for (const [code, answers] of kept) await must(saveSection(actor, dossierId, code, answers, 0, receive()));
  if (territory.stage === 'startedDraft' || territory.stage === 'withoutLetter') return dossierId;
  if (territory.stage !== 'letterAwaited') await attachLetter(actor, territory, dossierId);
  await must(submitDossier(actor, dossierId, 1, receive()));
  if (territory.stage === 'changedSinceSubmission') {
    await must(
      saveSection(actor, dossierId, 'fiche-3', { '3-1': 'Texte repris après le dépôt : nous ajoutons l’aide à domicile.' }, 1, receive()),
    );
  }
  return dossierId;
}

async function attachLetter(actor: Actor, territory: Territory, dossierId: string): Promise<void> {
  const content = await supportLetter(territory);
  const file = path.join(tmpdir(), `${randomUUID()}.pdf`);
  await writeFile(file, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const pdf = { path: file, name: 'Lettre de soutien.pdf', bytes: content.length, sha256, pages: 1, signatures: [] };
  await must(attachFile(actor, dossierId, { sectionCode: 'lettre', questionCode: 'lettre-elu' }, pdf, receive()));
  await rm(file);
}

async function examine({ territory, dossierId }: Filed, { ines, hugo }: People): Promise<void> {
  const { stage } = territory;
  if (openStages.includes(stage) || stage === 'submitted' || stage === 'letterAwaited') return;
  if (stage === 'inadmissible') {
    const reason = 'Une commune est en deçà de l’échelle demandée par l’appel ; son intercommunalité peut porter un dossier.';
    await must(decideEligibility(ines, dossierId, { verdict: 'ineligible', reason }, receive()));
    await must(decideAdmissibility(ines, dossierId, { verdict: 'inadmissible', reason }, receive()));
    return;
  }
  await must(
    decideEligibility(hugo, dossierId, { verdict: 'eligible', reason: 'La structure entre dans la liste de l’article 3.1.' }, receive()),
  );
  const reason = 'Les quatre pièces sont présentes ; la lettre est signée par un élu du territoire.';
  await must(decideAdmissibility(hugo, dossierId, { verdict: 'admissible', reason }, receive()));
}

async function review({ territory, dossierId }: Filed, { ines, hugo, salome }: People): Promise<void> {
  const { stage, met = 0 } = territory;
  if (stage === 'oneReview') await must(deliverReview(ines, dossierId, reviewOf(territory, met), receive()));
  if (stage !== 'twoReviews' && stage !== 'disputed' && stage !== 'released') return;
  await must(deliverReview(hugo, dossierId, reviewOf(territory, met), receive()));
  await must(deliverReview(salome, dossierId, reviewOf(territory, stage === 'disputed' ? met + 1 : met, 1), receive()));
}

/** A review that finds the first `met` criteria met, quoting the dossier for each. */
function reviewOf({ category }: Territory, met: number, severity = 0): PostedReview {
  const criteria = categories.find((c) => c.code === category)?.criteria ?? [];
  const rows = criteria.map(({ code, label }, index) => {
    const found = index < met;
    return {
      criterionCode: code,
      finding: found ? 'met' : index === met ? 'partial' : 'unmet',
      comment: found
        ? `« ${label} » : le dossier le montre, chiffres à l’appui.`
        : `« ${label} » : annoncé, mais rien d’engagé à la date du dépôt.`,
      quotes: found ? [explanations[code] ?? ''] : [],
      appreciation: String(Math.max(0, (found ? 4 : 1) - severity)),
    };
  });
  return { baseVersion: 0, comment: 'Dossier clair et sincère.', rows };
}

/** The category of the decided call is frozen and released; two of its three laureates already have their charter. */
async function release(callId: string, filed: Filed[], { claire, ousmane }: People): Promise<void> {
  const place = { callId, categoryCode: 'travaux-a-engager' };
  await must(freezeSelection(claire, place, receive()));
  await must(releaseSelection(ousmane, place, receive()));
  const third = charters.find((version) => version.code === 'v3');
  let issued = 0;
  for (const { territory, dossierId } of filed.filter((one) => one.territory.stage === 'released')) {
    if (issued === 2 || !third) return;
    const result = await issueCharter(
      ousmane,
      dossierId,
      {
        versionCode: third.code,
        measureCodes: issued === 0 ? ['AIDANTS', 'GOUVERNANCE'] : ['PASS', 'CARTO', 'NEC_LOCAL'],
        signatories: [
          { side: 'state', name: 'Alix Moreau', title: 'Ministre chargée du numérique (personne inventée)' },
          { side: 'territory', name: 'Dominique Lanier', title: `Vice-présidence chargée du numérique, ${territory.name}` },
        ],
        place: territory.territory,
        signedOn: new Date().toLocaleDateString('sv-SE', { timeZone: legalTimeZone }),
        referent: { name: territory.lead, contact: emailOf(territory) },
      },
      receive(),
    );
    if (result.ok) issued += 1; // the reserve and the others are refused, as they must be
  }
}

async function must<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result;
  if (answer.ok) return answer.value;
  throw new Error(`${answer.refusal}: ${answer.sentence} ${JSON.stringify(answer.problems ?? {})}`);
}

/** The beginning of a day in Paris, so many days from now. */
function midnight(now: Date, days: number): Date {
  const day = new Date(now.getTime() + days * DAY_MS).toLocaleDateString('sv-SE', { timeZone: legalTimeZone });
  const isMidnight = (candidate: Date) => candidate.toLocaleTimeString('sv-SE', { timeZone: legalTimeZone }).startsWith('00:00');
  return ['+01:00', '+02:00'].map((offset) => new Date(`${day}T00:00:00${offset}`)).find(isMidnight) ?? now;
}
