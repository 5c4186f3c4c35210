import { expect, it } from 'vitest';
import { signInMail } from '../../lib/emails/sign-in.ts';
import { signIn } from './samples.ts';

it('gives the code in two groups, how long it is good, the link, and what to do if nothing was asked', () => {
  expect(signInMail(signIn)).toMatchObject({
    subject: '012345\u00a0: votre code de connexion',
    text: `Bonjour,

Vous avez demandé à vous connecter au service TANI. Votre code est\u00a0:

012 345

Il est valable 10 minutes et ne sert qu’une fois. Vous pouvez aussi utiliser ce lien\u00a0:

Me connecter\u00a0:
https://tani.example/connexion/lien?courriel=a%40b.fr&jeton=x

Si vous n’avez rien demandé, ne faites rien\u00a0: personne ne peut se connecter sans ce code.
`,
  });
});
