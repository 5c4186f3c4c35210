import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { companySearch } from '../../lib/infra/company-search.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A service of the outside world that answers as told, and counts what it is asked. */
async function outside(answer: RequestListener): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const entity = {
  siren: '200076958',
  nom_complet: 'COLLECTIVITE DE CORSE (CDC)',
  nom_raison_sociale: 'COLLECTIVITE DE CORSE',
  nature_juridique: '7229',
  etat_administratif: 'A',
  siege: { departement: '2A' },
};
const told =
  (value: unknown): RequestListener =>
  (_request, response) =>
    response.end(JSON.stringify(value));

describe('the public search of entities', () => {
  it('gives those that are active, and is asked once for the same words', async () => {
    const closed = { ...entity, siren: '243100633', etat_administratif: 'C' };
    const { address, asked } = await outside(told({ results: [entity, closed, null, { siren: 12 }, { siren: '1', nom_complet: 'x' }] }));
    const find = companySearch(address);
    const corse = [{ siren: '200076958', name: 'COLLECTIVITE DE CORSE', legalCategory: '7229', department: '2A' }];
    expect(await Promise.all([find('corse & co'), find(' corse  & co ')])).toEqual([corse, corse]);
    expect(await find('corse & co')).toEqual(corse);
    expect(asked).toEqual(['/search?q=corse+%26+co&per_page=10&minimal=true&include=siege']);
  });

  it('is not asked for less than three signs, and never for more than a name has', async () => {
    const { address, asked } = await outside(told({ results: [] }));
    const find = companySearch(address);
    expect([await find(' ab '), await find('x'.repeat(5000))]).toEqual([[], []]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.length).toBeLessThan(200);
  });

  it.each<[string, RequestListener]>([
    ['broken', (_request, response) => response.end('{"results": [')],
    ['not an answer', told({ erreur: 'non' })],
    ['an error', (_request, response) => response.writeHead(500).end()],
    ['busy', (_request, response) => response.writeHead(429, { 'retry-after': '5' }).end()],
    ['cut', (_request, response) => response.writeHead(200, { 'content-length': '900' }).end('{"results":', () => response.destroy())],
    ['elsewhere', (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    [
      'huge',
      (_request, response) => {
        response.on('error', () => {});
        const piece = `"${'x'.repeat(65_000)}",`;
        response.write('{"results":[');
        const pour = () => {
          while (!response.destroyed && response.write(piece));
        };
        response.on('drain', pour);
        pour();
      },
    ],
  ])('%s: counts as no answer, and is left to recover', async (_what, answer) => {
    const { address, asked } = await outside(answer);
    const find = companySearch(address);
    expect(await find('corse')).toBeNull();
    expect(await find('autre')).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('slow or silent: nobody waits more than two seconds for it', async () => {
    const { address } = await outside(() => {});
    expect(await companySearch(address)('corse')).toBeNull();
    const dripping = await outside((_request, response) => {
      const drop = setInterval(() => response.write(' '), 100);
      response.on('close', () => clearInterval(drop));
    });
    expect(await companySearch(dripping.address)('corse')).toBeNull();
  }, 10_000);

  it('absent: counts as no answer', async () => {
    expect(await companySearch('http://127.0.0.1:1')('corse')).toBeNull();
  });

  it('is never asked more than a few questions at once', async () => {
    const { address, asked } = await outside((_request, response) => setTimeout(() => response.end('{"results":[]}'), 200));
    const find = companySearch(address);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => find(`structure ${n}`)));
    expect(asked).toHaveLength(4);
    expect(answers.filter((one) => one === null)).toHaveLength(16);
  });
});
