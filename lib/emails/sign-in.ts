import { signInMinutes } from '../domain/sign-in.ts';
import { layOut, type MailContent } from './mail.ts';

/** The code and the link to sign in. `code`: six digits; `url`: page that asks for a click before using the link. */
export function signInMail({ code, url }: { code: string; url: string }): MailContent {
  return layOut({
    audience: 'nobody',
    subject: `${code}\u00a0: votre code de connexion`,
    body: [
      'Vous avez demandé à vous connecter au service TANI. Votre code est\u00a0:',
      `${code.slice(0, 3)} ${code.slice(3)}`,
      `Il est valable ${signInMinutes} minutes et ne sert qu’une fois. Vous pouvez aussi utiliser ce lien\u00a0:`,
    ],
    action: { label: 'Me connecter', url },
    signature: 'Si vous n’avez rien demandé, ne faites rien\u00a0: personne ne peut se connecter sans ce code.',
  });
}
