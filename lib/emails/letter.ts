import { layOut, type MailContent } from './mail.ts';

/** What every mail to an elected official says: who asks, for whom, for which call. */
export type LetterMail = {
  officialName: string;
  organisationName: string;
  callTitle: string;
  /** Until when the letter can be confirmed, in words. */
  until: string;
  service: string;
  contactEmail: string;
};

/** Asks an elected official for their support. The link opens the letter; it signs nothing by itself. */
export function letterRequestMail(mail: LetterMail & { asker: string; url: string }): MailContent {
  return layOut({
    audience: 'teamWithoutLinks',
    subject: `Votre lettre de soutien à « ${mail.organisationName} »`,
    greeting: `Bonjour ${mail.officialName},`,
    body: [
      `${mail.asker} prépare la candidature de « ${mail.organisationName} » à l’appel « ${mail.callTitle} » et vous demande une lettre de soutien : l’appel la rend obligatoire.`,
      'La lettre est prête. Vous pouvez la lire, la modifier et la confirmer depuis un téléphone, en deux minutes, sans créer de compte.',
      `Ce lien vous est personnel. Il sert ${mail.until}. Vous pouvez aussi refuser, ou dire qui signera à votre place.`,
      `Vous ne connaissez pas cette candidature ? Ne confirmez rien et écrivez à ${mail.contactEmail}.`,
    ],
    action: { label: 'Lire la lettre', url: mail.url },
    signature: mail.service,
  });
}

/** Reminds an official who has not answered yet. */
export function letterReminderMail(mail: LetterMail & { url: string }): MailContent {
  return layOut({
    audience: 'teamWithoutLinks',
    subject: `Rappel : votre lettre de soutien à « ${mail.organisationName} » est attendue`,
    greeting: `Bonjour ${mail.officialName},`,
    body: [
      `La candidature de « ${mail.organisationName} » à l’appel « ${mail.callTitle} » attend votre lettre de soutien, ${mail.until}.`,
      'Elle se lit, se modifie et se confirme depuis un téléphone, en deux minutes. Si vous préférez refuser, dites-le de la même façon : l’équipe pourra s’adresser à une autre personne.',
    ],
    action: { label: 'Lire la lettre', url: mail.url },
    signature: mail.service,
  });
}

/** The code by which the official confirms the letter, and nobody else: it goes to their address only. */
export function letterCodeMail(mail: { code: string; organisationName: string; minutes: number; service: string }): MailContent {
  const shown = `${mail.code.slice(0, 3)} ${mail.code.slice(3)}`;
  return layOut({
    audience: 'nobody',
    subject: `${shown}\u00a0: votre code pour confirmer la lettre de soutien`,
    body: [
      `Voici le code qui confirme votre lettre de soutien à « ${mail.organisationName} »\u00a0:`,
      shown,
      `Il est valable ${mail.minutes} minutes, dans le navigateur où vous l’avez demandé. Ne le donnez à personne : il vaut votre accord.`,
      'Si vous n’avez rien demandé, ne faites rien : sans ce code, la lettre n’est pas confirmée.',
    ],
    signature: mail.service,
  });
}

/** Tells the official that their letter is confirmed, with what to check it by. */
export function letterConfirmedMail(
  mail: Omit<LetterMail, 'until'> & { confirmed: string; verificationUrl: string; verificationCode: string },
): MailContent {
  return layOut({
    audience: 'teamWithoutLinks',
    subject: `Votre lettre de soutien à « ${mail.organisationName} » est confirmée`,
    greeting: `Bonjour ${mail.officialName},`,
    body: [
      `Vous avez confirmé, le ${mail.confirmed}, votre lettre de soutien à la candidature de « ${mail.organisationName} » à l’appel « ${mail.callTitle} ». Elle est scellée et jointe au dossier.`,
      `Son code de vérification est ${mail.verificationCode}.`,
      `Ce n’était pas vous ? Écrivez sans attendre à ${mail.contactEmail}.`,
    ],
    action: { label: 'Vérifier la lettre', url: mail.verificationUrl },
    signature: mail.service,
  });
}
