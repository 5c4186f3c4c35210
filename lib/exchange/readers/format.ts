import type { DocumentFormat } from '../../domain/import/document.ts';
import { archiveNames, archiveText } from './archive.ts';
import { Refused } from './refused.ts';

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** What starts like this is a page or a program's source, whatever its name: its tags would be taken for answers. */
const MARKUP = /^\s*(\{\\rtf|<!doctype|<html|<\?xml|<\?php|<head|<body|<script)/i;
const OPEN_DOCUMENT_TEXT = /^application\/vnd\.oasis\.opendocument\.text(-template)?$/;

/** What this content is, judged by its own bytes. Throws `Refused` for anything else than a document. */
export function formatOf(content: Buffer): DocumentFormat {
  if (content.length === 0) throw new Refused('empty');
  if (content.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  if (content.subarray(0, 4).equals(ZIP)) return archiveFormat(content);
  if (content.subarray(0, 8).equals(OLE)) return oleFormat(content);
  if (
    MARKUP.test(
      content
        .subarray(0, 512)
        .toString('latin1')
        .replace(/^\xef\xbb\xbf/, ''),
    )
  )
    throw new Refused('notADocument');
  return 'text';
}

function archiveFormat(content: Buffer): DocumentFormat {
  const names = archiveNames(content);
  if (names.includes('mimetype') && names.includes('content.xml')) {
    if (OPEN_DOCUMENT_TEXT.test(archiveText(content, 'mimetype').trim())) return 'odt';
  } else if (names.includes('[Content_Types].xml') && names.some((name) => /^word\/document\d*\.xml$/.test(name))) return 'docx';
  throw new Refused('notADocument');
}

/** The old container of Microsoft: a .doc, or the envelope of a newer document with a password. */
function oleFormat(content: Buffer): DocumentFormat {
  const holds = (stream: string) => content.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) throw new Refused('password');
  if (holds('WordDocument')) return 'doc';
  throw new Refused('notADocument');
}
