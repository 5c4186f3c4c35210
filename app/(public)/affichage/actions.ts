'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';

/** Remembers how this browser wants the pages: light, dark, or as the system. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = form.get('theme');
  const jar = await cookies();
  if (theme === 'light' || theme === 'dark')
    jar.set('affichage', theme, { sameSite: 'lax', httpOnly: true, maxAge: 365 * 86_400, path: '/' });
  else jar.delete('affichage');
  redirect('/affichage');
}
