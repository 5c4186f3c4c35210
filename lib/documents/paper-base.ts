/** What every issued paper says of itself, whatever its kind. Plain JSON: it is frozen with the rest of the paper's data. */
export type PaperBase = {
  /** Public code of the verification page, printed beside its address. */
  code: string;
  verificationUrl: string;
  /** True for an invented call: every page says that the document is worth nothing. */
  fictitious: boolean;
  /** For instance « Mission Société Numérique ». */
  service: string;
  callTitle: string;
  seal: SealMention;
};

/** What the seal block says. It is printed before the seal is made, so it comes from the certificate that will make it. */
export type SealMention = {
  /** Common name of the certificate. */
  label: string;
  /** True when the certificate declares itself qualified (eIDAS). */
  qualified: boolean;
  /** True for the certificate the service makes for itself, which proves nothing outside it. */
  demonstration: boolean;
};

/** What the seal is worth, in the words printed under its name. */
export function sealWorth(seal: SealMention): string {
  if (seal.demonstration) return 'certificat de démonstration, non qualifié';
  return seal.qualified ? 'certificat déclaré qualifié par son émetteur' : 'certificat non qualifié';
}
