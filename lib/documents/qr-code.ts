import { renderSVG } from 'uqr';

/**
 * An SVG QR code of this text. Fifteen percent of it may be hidden or torn; the templates leave the white margin of
 * four modules that readers ask for (ISO/IEC 18004).
 */
export function qrCode(text: string): string {
  return renderSVG(text, { ecc: 'M', border: 0 });
}
