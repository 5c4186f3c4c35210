import { z } from 'zod';
import { charterVersion } from './charter-version.ts';
import { inChangeHour } from './closing.ts';
import { questionDefinition } from './question.ts';

const code = z.string().regex(/^[a-z0-9-]+$/);
const sentence = z.string().min(1);
const instant = z.iso.datetime({ offset: true });

/** A piece of the call's published text, in the order in which it is read. */
const textBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: sentence }),
  z.object({ kind: z.literal('paragraph'), text: sentence }),
  z.object({ kind: z.literal('list'), items: z.array(sentence).min(1) }),
  z.object({ kind: z.literal('notes'), items: z.array(sentence).min(1) }),
]);

/**
 * `eligible` and `ineligible` are what the application proposes for a structure of this kind; `toJudge` leaves the
 * proposal open. In every case a person decides, with a reason.
 */
const organisationKind = z.object({
  code,
  label: sentence,
  hint: z.string().optional(),
  proposal: z.enum(['eligible', 'ineligible', 'toJudge']),
  reason: sentence,
  /** The words of the call this follows from. */
  quote: sentence,
});

const criterion = z.object({ code: z.string().regex(/^[A-Z][0-9]$/), text: sentence, label: sentence, note: z.string().optional() });

const category = z.object({
  code,
  label: sentence,
  shortLabel: sentence,
  quote: sentence,
  seats: z.int().positive(),
  criteria: z.array(criterion).min(1),
  /** How many of the criteria a laureate must meet. */
  minimumCriteria: z.int().positive(),
  criteriaQuote: sentence,
});

const section = z.object({
  code,
  title: sentence,
  /** The title for those who read the dossier, when the form speaks to the candidate. */
  readerTitle: sentence.optional(),
  /** The words of the published call when the title corrects them. */
  sourceTitle: sentence.optional(),
  /** Which of the call's parts this page belongs to; none for identity, category and referent. */
  part: code.nullable(),
  intro: z.array(sentence),
  questions: z.array(questionDefinition).min(1),
});

/** The steps by which admitted dossiers are ordered, the first that separates two of them decides. */
export const rankingStep = z.enum(['criteriaMet', 'meanAppreciation', 'lot']);

/** The section and questions by which every call, whatever its form, knows who applies. */
export const identitySection = 'structure';
export const identityQuestions = {
  name: 'nom-structure',
  organisationKind: 'nature',
  siren: 'siren',
  territory: 'territoire',
  population: 'population',
} as const;
const requiredIdentity = [identityQuestions.name, identityQuestions.organisationKind, identityQuestions.siren];

const callShape = z.object({
  code,
  /** First part of the dossiers' numbers: TANI-2020-0042. */
  numberPrefix: z.string().regex(/^[A-Z0-9-]+$/),
  title: sentence,
  shortTitle: sentence,
  promotion: z.int().positive(),
  labelName: sentence,
  /** True for invented calls: every page and every document says so. */
  fictitious: z.boolean(),
  presentation: z.array(textBlock).min(1),
  contact: z.object({ service: sentence, email: z.email(), postalAddress: z.string().optional(), phone: z.string().optional() }),
  calendar: z.object({
    /** Null when the published call gives no opening date. */
    opensAt: instant.nullable(),
    /** The first instant that is too late: a submission must be received strictly before it. */
    closesAt: instant,
    timeZone: z.literal('Europe/Paris'),
    closingQuote: sentence,
    /** When the support letter may follow the dossier: the first instant at which it is too late. Absent: it comes with it. */
    letterUntil: instant.optional(),
    labelYear: z.int(),
  }),
  organisationKinds: z.array(organisationKind).min(1),
  categories: z.array(category).min(1),
  /** `preparation`: what a candidate has to know before starting, in a few sentences. */
  parts: z.array(z.object({ code, label: sentence, quote: sentence, preparation: sentence.optional() })).min(1),
  sections: z.array(section).min(1),
  evaluation: z.object({
    reviewsPerDossier: z.int().positive(),
    maxAppreciation: z.int().positive(),
    ranking: z.array(rankingStep).min(1),
    rankingStatement: z.array(sentence).min(1),
  }),
  charters: z.array(charterVersion).min(1),
  /** Slips of the published text: what it says, what the screen shows, and why. The source text itself stays untouched. */
  misprints: z.array(z.object({ where: sentence, source: sentence, shown: sentence, reason: sentence })),
  remedies: z.array(sentence).min(1),
  retention: z.array(z.object({ what: sentence, rule: sentence })).min(1),
});
type CallShape = z.infer<typeof callShape>;

/**
 * Everything a published call says, as one plain object without functions: values are data, their meaning is code in
 * this folder. It is stored with the call and never changes once the call is open.
 */
export const callDefinition = callShape
  .refine((call) => call.categories.every((c) => c.minimumCriteria <= c.criteria.length), {
    error: 'a category asks for more criteria than it has',
  })
  .refine((call) => call.charters.every((v) => v.minimumMeasures <= v.measures.length), {
    error: 'a charter asks for more measures than it has',
  })
  .refine((call) => call.calendar.opensAt === null || Date.parse(call.calendar.opensAt) < Date.parse(call.calendar.closesAt), {
    error: 'the call closes before it opens',
  })
  .refine(({ calendar }) => [calendar.opensAt, calendar.closesAt, calendar.letterUntil].every((at) => !at || !inChangeHour(new Date(at))), {
    error: 'an instant of the calendar is between 2 and 3 in the morning of a night when clocks change',
  })
  .refine(({ calendar }) => calendar.letterUntil === undefined || Date.parse(calendar.letterUntil) > Date.parse(calendar.closesAt), {
    error: 'the letter has less time than the dossier',
  })
  .refine((call) => requiredIdentity.every((question) => questionsOf(call, identitySection).includes(question)), {
    error: 'the form does not ask who applies',
  })
  .refine((call) => call.sections.every((s) => s.questions.every((q) => !q.prefillFrom || questionsOf(call).includes(q.prefillFrom))), {
    error: 'an answer is proposed from an unknown question',
  })
  .superRefine((call, context) => {
    for (const [what, codes] of Object.entries(codesOf(call))) {
      const twice = codes.find((code, index) => codes.indexOf(code) !== index);
      if (twice) context.addIssue({ code: 'custom', message: `${what} share the code ${twice}` });
    }
  })
  .refine((call) => call.sections.every((s) => s.part === null || call.parts.some((p) => p.code === s.part)), {
    error: 'a section belongs to an unknown part',
  });

export type CallDefinition = z.infer<typeof callDefinition>;
export type OrganisationKind = CallDefinition['organisationKinds'][number];
export type Category = CallDefinition['categories'][number];
export type Criterion = Category['criteria'][number];
export type Section = CallDefinition['sections'][number];
export type TextBlock = CallDefinition['presentation'][number];
export type RankingStep = z.infer<typeof rankingStep>;

/** A call as the application knows it: its frozen definition, and the dates in force, which an incident may extend. */
export type Call = {
  id: string;
  definition: CallDefinition;
  /** SHA-256 of the canonical definition, in hexadecimal. */
  fingerprint: string;
  opensAt: Date | null;
  closesAt: Date;
};

/** The category of that code, or null when the call has none or the dossier has not chosen. */
export function categoryOf(definition: CallDefinition, categoryCode: string | null | undefined): Category | null {
  return definition.categories.find((c) => c.code === categoryCode) ?? null;
}

/** The section of that code, or null. */
export function sectionOf(definition: CallDefinition, sectionCode: string): Section | null {
  return definition.sections.find((s) => s.code === sectionCode) ?? null;
}

/** The kind of organisation of that code, or null. */
export function organisationKindOf(definition: CallDefinition, kindCode: string | null | undefined): OrganisationKind | null {
  return definition.organisationKinds.find((k) => k.code === kindCode) ?? null;
}

/** The codes of the questions of the form, or of one section. */
function questionsOf(call: CallShape, sectionCode?: string): string[] {
  return call.sections.filter((s) => !sectionCode || s.code === sectionCode).flatMap((s) => s.questions.map((q) => q.code));
}

/** Codes that tell things of one kind apart. */
function codesOf(call: CallShape): Record<string, string[]> {
  const ofAll = (things: { code: string }[]) => things.map(({ code }) => code);
  return {
    categories: ofAll(call.categories),
    'kinds of organisation': ofAll(call.organisationKinds),
    parts: ofAll(call.parts),
    sections: ofAll(call.sections),
    questions: questionsOf(call),
    charters: ofAll(call.charters),
    ...Object.fromEntries(call.categories.map((c) => [`criteria of ${c.code}`, ofAll(c.criteria)])),
    ...Object.fromEntries(call.charters.map((v) => [`measures of ${v.code}`, ofAll(v.measures)])),
  };
}
