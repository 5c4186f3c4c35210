import path from 'node:path';
import { z } from 'zod';

const onOff = (fallback: 'on' | 'off') =>
  z
    .enum(['on', 'off'])
    .default(fallback)
    .transform((value) => value === 'on');
const optional = z.string().trim().min(1).optional();
const folder = z
  .string()
  .trim()
  .min(1)
  .transform((value) => path.resolve(value));

/** Every setting of the service, as `.env.example` documents it. An empty value counts as absent. */
const shape = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    HOST: z.string().trim().min(1).default('127.0.0.1'),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
    DATA_DIR: folder.default(path.resolve('.data')),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
    AUTH_SECRET: z.string().min(32, 'compte au moins 32 caractères').optional(),
    DEMONSTRATION: z.enum(['on', 'off']).optional(),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
    ADMINISTRATORS: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((email) => email.trim().toLowerCase())
          .filter(Boolean),
      )
      .pipe(z.array(z.email('contient une adresse de courriel incomplète'))),
    STATE_BRAND: onOff('off'),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().trim().min(3).default('TANI <ne-pas-repondre@tani.invalid>'),
    /** Set by the launcher: how many migrations the database must have received. */
    EXPECTED_MIGRATIONS: z.coerce.number().int().min(1).default(1),
    /** Set by the launcher: the project's folder. */
    APP_ROOT: folder.default(process.cwd()),
    COMPANY_SEARCH_URL: z.url({ protocol: /^https?$/ }).optional(),
    SEAL_CERTIFICATE_FILE: optional,
    SEAL_KEY_FILE: optional,
    SEAL_KEY_PASSPHRASE: optional,
  })
  .refine((s) => !s.SEAL_CERTIFICATE_FILE === !s.SEAL_KEY_FILE, {
    path: ['SEAL_KEY_FILE'],
    error: 'va avec SEAL_CERTIFICATE_FILE\u00a0: indiquez les deux, ou aucun pour le certificat de démonstration',
  })
  .transform((s) => ({
    ...s,
    PUBLIC_URL: s.PUBLIC_URL ?? `http://localhost:${s.PORT}`,
    // A database, an address or a mail server of one's own mean real people: the demonstration never enters there unasked.
    DEMONSTRATION: s.DEMONSTRATION ? s.DEMONSTRATION === 'on' : !s.DATABASE_URL && !s.SMTP_URL && isOfThisMachine(s.PUBLIC_URL),
  }));

function isOfThisMachine(publicUrl: string | undefined): boolean {
  return publicUrl === undefined || ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname);
}

export type Settings = z.infer<typeof shape>;

/** A setting is wrong or missing; the message is one sentence that names the variable. */
export class SettingsError extends Error {}

/**
 * Reads the settings from environment variables.
 * @throws SettingsError naming the first variable that is wrong.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = String(issue?.path[0] ?? '');
  throw new SettingsError(
    `Réglage ${name}\u00a0: la valeur «\u00a0${given[name] ?? ''}\u00a0» n’est pas utilisable (${explain(issue)}). Voir .env.example.`,
  );
}

let current: Settings | undefined;

/** The settings of this process, read once. */
export function settings(): Settings {
  current ??= readSettings(process.env);
  return current;
}

function explain(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_format':
      return issue.format === 'url' ? 'une adresse complète est attendue' : issue.message;
    case 'invalid_value':
      return `valeurs possibles\u00a0: ${issue.values.join(', ')}`;
    case 'invalid_type':
      return 'un nombre est attendu';
    case 'too_small':
    case 'too_big':
      return issue.origin === 'string' ? issue.message : 'ce nombre est hors limites';
    default:
      return issue?.message ?? 'illisible';
  }
}
