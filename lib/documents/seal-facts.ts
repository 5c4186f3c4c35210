import type { X509Certificate } from 'node:crypto';
import { Certificate, QCStatements } from 'pkijs';

/** Who sealed a document, when and how, as the certificate and the signature say it. Plain JSON, instants in ISO 8601. */
export type SealFacts = {
  /** Common name of the certificate. */
  signer: string;
  issuer: string;
  /** In hexadecimal. */
  serial: string;
  notBefore: string;
  notAfter: string;
  /** Fingerprint of the certificate, in lower-case hexadecimal: the only sure way to tell whose seal it is. */
  certificateSha256: string;
  /** The instant the sealing machine claims. No third party vouches for it at this level. */
  sealedAt: string;
  level: 'PAdES-B-B';
  /** True when the certificate declares itself qualified. Only the European trusted lists can confirm it. */
  qualified: boolean;
};

/** What the certificate alone says. */
export type CertificateFacts = Omit<SealFacts, 'sealedAt' | 'level'>;

/** Reads a certificate. Names are its common names, or the whole of them when there is none. */
export function certificateFacts(certificate: X509Certificate): CertificateFacts {
  const { subject, issuer } = certificate.toLegacyObject();
  return {
    signer: commonName(subject.CN) ?? certificate.subject,
    issuer: commonName(issuer.CN) ?? certificate.issuer,
    serial: certificate.serialNumber,
    notBefore: certificate.validFromDate.toISOString(),
    notAfter: certificate.validToDate.toISOString(),
    certificateSha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    qualified: declaresItselfQualified(certificate),
  };
}

/** A name may hold several; the last is the most precise. */
function commonName(names: string | string[] | undefined): string | undefined {
  return [names].flat().at(-1);
}

/** RFC 3739, 3.2.6, and ETSI EN 319 412-5, 4.2.1 (QcCompliance). */
const QC_STATEMENTS = '1.3.6.1.5.5.7.1.3';
const QC_COMPLIANCE = '0.4.0.1862.1.1';

function declaresItselfQualified(certificate: X509Certificate): boolean {
  const extensions = Certificate.fromBER(new Uint8Array(certificate.raw)).extensions ?? [];
  const statements = extensions.find((extension) => extension.extnID === QC_STATEMENTS)?.parsedValue;
  return statements instanceof QCStatements && statements.values.some((statement) => statement.id === QC_COMPLIANCE);
}
