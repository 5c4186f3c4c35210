import { frenchClosed, frenchClosing, frenchInstant, frenchInstantToTheSecond } from './dates.ts';
import { importLimits } from './import/document.ts';
import { maxTeam } from './team.ts';

/** Every reason for which an act may be refused. « notFound » is also the answer to whoever has no right to know. */
export type Refusal =
  | 'notFound'
  | 'invalid'
  | 'wrongStatus'
  | 'wrongPhase'
  | 'notOpenYet'
  | 'depositClosed'
  | 'depositStillOpen'
  | 'incomplete'
  | 'nameMissing'
  | 'alreadyExists'
  | 'ownAlreadyExists'
  | 'conflict'
  | 'documentReplaced'
  | 'blockingPoints'
  | 'dossiersNotExamined'
  | 'dossiersNotReady'
  | 'depositsStillAuthorised'
  | 'examinationBegun'
  | 'dossierWithdrawn'
  | 'alreadyReviewed'
  | 'reviewDelivered'
  | 'deliverFirst'
  | 'reviewsMissing'
  | 'readersAgree'
  | 'selectionFrozen'
  | 'selectionNotFrozen'
  | 'recusedInCategory'
  | 'samePerson'
  | 'moveRefused'
  | 'charterExists'
  | 'realCall'
  | 'ownRole'
  | 'emailInvalid'
  | 'roleUnknown'
  | 'teamFull'
  | 'lastLead'
  | 'nothingChosen'
  | 'tooManyDocuments'
  | 'choicesOvertaken'
  | 'alreadyMember'
  | 'alreadyAsked'
  | 'letterTooLate'
  | 'letterOver'
  | 'letterLimit'
  | 'letterCodeWrong'
  | 'registerIncomplete'
  | 'registerUnreadable'
  | 'reasonMissing'
  | 'tooOften'
  | 'letterBeingSealed'
  | 'correctionsAwaited'
  | 'correctionsNotAsked'
  | 'correctionsOverdue'
  | 'pageNotToCorrect'
  | 'newerVersion'
  | 'nothingCorrected'
  | 'alreadyWritten'
  | 'notOfTheTeam'
  | 'receivedOutsideDeposit'
  | 'originalMissing'
  | 'nothingToConfirm'
  | 'territoryHasDossier'
  | 'visaMissing'
  | 'visaAnswered'
  | 'questionsClosed'
  | 'tooManyQuestions'
  | 'questionAnswered';

/** True for the name of a refusal, as an address may carry it. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'string' && Object.hasOwn(sentences, value);
}

/** The dates a refusal may have to name. */
export type RefusalTimes = { opensAt: Date | null; closesAt: Date; now: Date; correctionsDueAt?: Date };

/** The sentence shown for a refusal. It says what happened and what to do; it never blames. */
export function refusalSentence(refusal: Refusal, times?: RefusalTimes): string {
  if (times && refusal === 'depositClosed') {
    return `Le dépôt est clos depuis le ${frenchInstantToTheSecond(times.closesAt)}. Votre demande nous est parvenue le ${frenchInstantToTheSecond(times.now)}. Votre texte reste lisible dans votre dossier.`;
  }
  if (times?.opensAt && refusal === 'notOpenYet') return `Le dépôt ouvrira le ${frenchInstant(times.opensAt)}.`;
  if (times && refusal === 'depositStillOpen')
    return `Cette étape commence après la clôture\u00a0: le dépôt est ouvert ${frenchClosing(times.closesAt)}.`;
  if (times?.correctionsDueAt && refusal === 'correctionsOverdue')
    return `Le délai pour corriger est passé ${frenchClosed(times.correctionsDueAt)}. Votre texte reste lisible dans votre dossier.`;
  if (times?.correctionsDueAt && refusal === 'correctionsAwaited')
    return `Des corrections sont demandées au candidat ${frenchClosing(times.correctionsDueAt)}\u00a0: attendez qu’elles soient déposées, ou retirez la demande.`;
  return sentences[refusal];
}

const sentences: Record<Refusal, string> = {
  notFound: 'Cette page n’existe pas ou ne vous est pas ouverte.',
  invalid: 'Certaines réponses sont à corriger. Rien n’a été effacé.',
  wrongStatus: 'Le dossier n’est plus à cette étape\u00a0: rechargez la page pour voir où il en est.',
  wrongPhase: 'Cette action n’est pas possible à ce moment de l’appel.',
  notOpenYet: 'Le dépôt n’est pas encore ouvert.',
  depositClosed: 'Le dépôt est clos. Votre texte reste lisible dans votre dossier.',
  depositStillOpen: 'Cette étape commence après la clôture du dépôt.',
  incomplete: 'Il manque encore des éléments\u00a0: ils sont listés ci-dessous, chacun avec le lien pour le compléter.',
  nameMissing: 'Indiquez votre prénom et votre nom\u00a0: l’accusé de réception dit qui a déposé le dossier.',
  alreadyExists: 'Un dossier existe déjà pour cette structure dans cet appel. Vous pouvez demander à le rejoindre.',
  ownAlreadyExists: 'Vous avez déjà un dossier pour cette structure\u00a0: une structure dépose un seul dossier par appel.',
  conflict: 'Ce texte a été modifié entre-temps. Les deux versions sont affichées\u00a0: choisissez celle à garder.',
  documentReplaced:
    'Un autre document a été joint entre-temps\u00a0: il est sur la page. Regardez-le avant de le remplacer, puis choisissez de nouveau le vôtre.',
  choicesOvertaken:
    'Une autre personne, ou une autre fenêtre, a gardé d’autres choix pour ce document entre-temps. Les vôtres sont toujours dans la page\u00a0: utilisez de nouveau le même bouton pour les garder à la place.',
  blockingPoints: 'Un point au moins empêche de déclarer le dossier recevable\u00a0: voyez la liste.',
  dossiersNotExamined:
    'Des dossiers de cette catégorie, ou sans catégorie, ne sont pas encore instruits\u00a0: décidez d’abord s’ils sont recevables. Ils sont nommés au-dessus du tableau.',
  dossiersNotReady: 'Certains dossiers ne sont pas prêts\u00a0: ils sont signalés dans le tableau.',
  depositsStillAuthorised:
    'Une autorisation individuelle permet encore de déposer un dossier dans cet appel\u00a0: la proposition pourra être figée après sa fin.',
  examinationBegun:
    'L’instruction a commencé\u00a0: le dépôt ne peut plus être rouvert, car les dossiers ne seraient plus traités de la même façon.',
  dossierWithdrawn: 'Un dossier de cette proposition a été retiré depuis\u00a0: rouvrez-la, puis figez-la de nouveau.',
  alreadyReviewed: 'Une évaluation a déjà été rendue dans cette catégorie\u00a0: elle ne peut plus changer.',
  reviewDelivered: 'Votre évaluation est rendue\u00a0: elle ne se modifie plus.',
  deliverFirst: 'Rendez d’abord votre évaluation\u00a0: vous verrez ensuite celles des autres.',
  readersAgree: 'Les évaluations rendues s’accordent sur ce critère\u00a0: il n’y a rien à départager.',
  reviewsMissing: 'Toutes les évaluations attendues ne sont pas encore rendues.',
  selectionFrozen: 'La proposition de cette catégorie est figée\u00a0: elle ne se modifie plus.',
  selectionNotFrozen: 'La proposition de cette catégorie n’est pas figée.',
  recusedInCategory: 'Vous vous êtes déporté d’un dossier de cette catégorie\u00a0: une autre personne doit accomplir cet acte.',
  samePerson: 'La personne qui a figé la proposition ne peut pas la publier\u00a0: une seconde personne doit le faire.',
  moveRefused: 'Ce déplacement n’est pas possible.',
  charterExists: 'Une charte a déjà été émise pour ce territoire.',
  realCall: 'Seul un appel d’essai peut être clos avant sa date.',
  ownRole: 'Vous ne pouvez pas retirer votre propre rôle d’administrateur\u00a0: une autre personne doit le faire.',
  emailInvalid: 'Écrivez une adresse de courriel complète.',
  roleUnknown: 'Choisissez un rôle.',
  teamFull: `Un dossier réunit au plus ${maxTeam} personnes. Retirez une personne ou une invitation avant d’en inviter une autre.`,
  lastLead: 'Le dossier doit garder un responsable\u00a0: donnez d’abord ce rôle à une autre personne.',
  nothingChosen: 'Rien n’est choisi\u00a0: choisissez au moins une réponse à reprendre, ou ne reprenez rien de ce document.',
  tooManyDocuments: `Ce dossier garde déjà ${importLimits.documents} documents. Retirez-en un de la page «\u00a0Importer un document déjà écrit\u00a0», puis envoyez celui-ci.`,
  alreadyMember: 'Cette personne fait déjà partie du dossier.',
  alreadyAsked: 'Votre demande est déjà partie. Vous recevrez un courriel dès qu’une personne y aura répondu.',
  letterTooLate: 'Le délai pour la lettre de soutien est passé\u00a0: elle ne peut plus rejoindre ce dossier.',
  letterOver: 'Cette demande de lettre n’est plus en cours\u00a0: rechargez la page pour voir où elle en est.',
  letterLimit: 'Trop d’envois en peu de temps\u00a0: attendez un peu avant de recommencer. Les courriels déjà partis restent bons.',
  registerIncomplete: 'Choisissez les mandats, la date de publication et le fichier CSV, puis envoyez-les ensemble.',
  registerUnreadable:
    'Ce fichier n’est pas lisible comme un fichier du Répertoire\u00a0: il doit être au format CSV et nommer ses colonnes «\u00a0Nom de l’élu\u00a0» et «\u00a0Prénom de l’élu\u00a0». Rien n’a changé.',
  letterCodeWrong: 'La lettre n’est pas encore confirmée. Vérifiez le code, ou demandez-en un autre.',
  reasonMissing: 'Écrivez la raison de votre décision\u00a0: elle sera conservée et, le cas échéant, communiquée.',
  visaMissing:
    'Ce dossier ne se dépose pas sans visa, et aucun n’est donné pour ce qui est écrit maintenant. La personne responsable peut le demander, ou ne plus le rendre obligatoire.',
  visaAnswered: 'Votre réponse est déjà enregistrée. Pour la changer, demandez aux personnes du dossier de vous solliciter de nouveau.',
  notOfTheTeam: 'Cette personne ne fait pas partie du dossier\u00a0: choisissez-en une autre, ou invitez-la.',
  tooOften: 'Trop de demandes en peu de temps. Attendez une heure, puis réessayez\u00a0: ce que vous avez écrit est encore là.',
  letterBeingSealed:
    'La lettre de soutien de ce dossier a été confirmée à temps et son document se prépare : elle le rejoindra d’elle-même. Revenez dans quelques minutes.',
  correctionsAwaited: 'Des corrections sont demandées au candidat\u00a0: attendez qu’elles soient déposées, ou retirez la demande.',
  correctionsNotAsked: 'Aucune correction n’est attendue\u00a0: la demande a été retirée, ou elle a déjà sa réponse. Rechargez la page.',
  correctionsOverdue: 'Le délai pour corriger est passé. Votre texte reste lisible dans votre dossier.',
  pageNotToCorrect: 'La Mission ne demande pas de corriger cette page\u00a0: elle ne se modifie plus. Votre texte reste lisible.',
  alreadyWritten: 'Le dossier est déjà commencé\u00a0: un dossier passé ne se reprend que dans un dossier vide, pour ne rien remplacer.',
  nothingCorrected: 'Rien n’a changé dans les pages à corriger\u00a0: modifiez-les d’abord, puis déposez vos corrections.',
  newerVersion: 'Une nouvelle version du dossier a été déposée depuis que vous avez ouvert cette page\u00a0: relisez-le avant de décider.',
  receivedOutsideDeposit:
    'Ce dossier n’est pas arrivé pendant le dépôt\u00a0: la date de réception doit être comprise entre l’ouverture et la clôture de l’appel.',
  originalMissing: 'Joignez d’abord la numérisation de ce qui a été reçu\u00a0: elle prouve la date et le contenu.',
  nothingToConfirm: 'Ce dossier n’attend plus de confirmation du territoire.',
  territoryHasDossier:
    'Cette structure a déjà un dossier dans cet appel\u00a0: il ne peut pas être saisi une seconde fois. Écrivez à ses responsables, qui peuvent le compléter et le déposer.',
  questionsClosed: 'Le dépôt est clos\u00a0: les questions ne sont plus reçues. Les réponses publiées restent lisibles.',
  tooManyQuestions:
    'Beaucoup de questions sont arrivées en peu de temps. Attendez une heure, puis réessayez\u00a0: votre texte est encore là.',
  questionAnswered: 'Cette question a déjà sa réponse ou est écartée\u00a0: rechargez la page pour voir où elle en est.',
};
