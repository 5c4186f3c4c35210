import { createHash } from 'node:crypto';
import type { SealIdentity } from './seal-certificate.ts';
import { checkSeal } from './seal-check.ts';
import { signCms } from './seal-cms.ts';
import type { SealFacts } from './seal-facts.ts';
import { addEmptySeal, OFFSET_ROOM, SIGNATURE_ROOM } from './seal-field.ts';
import type { SealBlock } from './typst.ts';

export type SealRequest = {
  /** Why the document is sealed, shown by PDF readers. */
  reason: string;
  location: string;
  /** Where the visible seal block stands, as the composition told it. */
  field: SealBlock;
  /** The time the seal claims, by default now. */
  sealedAt?: Date;
};

/**
 * Seals a composed PDF at the PAdES baseline B-B level. The composed bytes are the untouched beginning of the sealed
 * ones. The result is checked before it is handed over, so a seal that does not verify never leaves this function.
 * @throws Error when the document is already sealed, the certificate is out of date, or the check fails.
 */
export async function sealPdf(
  pdf: Uint8Array,
  identity: SealIdentity,
  request: SealRequest,
): Promise<{ pdf: Uint8Array; facts: SealFacts }> {
  const { reason, location, field, sealedAt = new Date() } = request;
  const prepared = await addEmptySeal(pdf, field, { signer: identity.facts.signer, reason, location, sealedAt });
  const sealed = sign(Buffer.from(prepared), identity);
  const check = await checkSeal(sealed);
  if (!check.valid) throw new Error(`Le sceau posé n’est pas valable\u00a0: ${check.reason}`);
  return { pdf: sealed, facts: check.facts };
}

/** Fills the two places kept by the empty seal: what is signed, then the signature. */
function sign(pdf: Buffer, identity: SealIdentity): Uint8Array {
  const start = pdf.lastIndexOf(`<${'0'.repeat(SIGNATURE_ROOM)}>`);
  const end = start + SIGNATURE_ROOM + '<>'.length;
  fill(pdf, `0 ${OFFSET_ROOM} ${OFFSET_ROOM} ${OFFSET_ROOM}`, `0 ${start} ${end} ${pdf.length - end}`);
  const digest = createHash('sha256').update(pdf.subarray(0, start)).update(pdf.subarray(end)).digest();
  const signature = Buffer.from(signCms(digest, identity.key, identity.certificates)).toString('hex');
  if (signature.length > SIGNATURE_ROOM) throw new Error('Les certificats du cachet sont trop longs pour la place prévue.');
  pdf.write(signature, start + 1, 'latin1');
  return new Uint8Array(pdf);
}

function fill(pdf: Buffer, kept: string, value: string): void {
  pdf.write(value.padEnd(kept.length), pdf.lastIndexOf(kept), 'latin1');
}
