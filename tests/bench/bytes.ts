import { gzipSync } from 'node:zlib';
import type { Bench } from './bench.ts';
import { ask, page } from './browser.ts';
import { atMost, figure, type Row } from './report.ts';
import { leads } from './seed.ts';
import { signIn } from './service.ts';

/** What a first visit downloads, compressed: the styles and the scripts each page names in its HTML. */
export async function bytes({ service, open }: Bench): Promise<Row[]> {
  const [candidate] = await leads(service, open);
  const [cookie = ''] = await signIn(service, [candidate?.userId ?? '']);
  const pages = [
    { what: 'the home page', path: '/', most: 140 },
    { what: 'the call', path: '/appel', most: 140 },
    { what: 'a page of the form', path: `/candidature/${candidate?.dossierId}/fiche-5`, most: 190 },
  ];
  const rows: Row[] = [];
  for (const { what, path, most } of pages) {
    const html = await page(service.url + path, cookie, '</main>');
    const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/nomodule/i.test(tag));
    const addresses = (extension: string) =>
      new Set(tags.flatMap((tag) => new RegExp(`(?:src|href)="([^"]+\\.${extension}[^"]*)"`).exec(tag)?.[1] ?? []));
    const scripts = await weightOf(service.url, addresses('js'));
    const styles = await weightOf(service.url, addresses('css'));
    rows.push(figure({ workload: 'bytes', what: `${what}: scripts`, unit: 'kB', ours: scripts, bar: atMost(most, ' kB')(scripts) }));
    rows.push(figure({ workload: 'bytes', what: `${what}: styles`, unit: 'kB', ours: styles, bar: atMost(50, ' kB')(styles) }));
    rows.push(figure({ workload: 'bytes', what: `${what}: HTML`, unit: 'kB', ours: gzipSync(html).length / 1000 }));
  }
  return rows;
}

async function weightOf(site: string, addresses: Iterable<string>): Promise<number> {
  let weight = 0;
  for (const address of addresses) {
    const { status, body } = await ask(new URL(address.replaceAll('&amp;', '&'), site).href);
    if (status !== 200) throw new Error(`${address} answered ${status}`);
    weight += gzipSync(body).length;
  }
  return weight / 1000;
}
