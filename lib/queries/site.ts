import 'server-only';
import { settings } from '../infra/settings.ts';

/** What pages need to know of the installation: nothing secret. */
export type Site = { publicUrl: string; demonstration: boolean; stateBrand: boolean; hasMailServer: boolean };

/** The installation as its pages see it. */
export function site(): Site {
  const { PUBLIC_URL, DEMONSTRATION, STATE_BRAND, SMTP_URL } = settings();
  return { publicUrl: PUBLIC_URL, demonstration: DEMONSTRATION, stateBrand: STATE_BRAND, hasMailServer: SMTP_URL !== undefined };
}
