// Who may import whom. One room, one line; tests/architecture.test.ts checks it and says it in one sentence each.
const room = (name) => `^${name}/`;
const lib = (...rooms) => `^lib/(${rooms.join('|')})/`;
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from }, to: { path: to } });

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'The rules import zod and each other, nothing else: they receive, they never fetch.',
      from: { path: lib('domain') },
      to: { pathNot: [lib('domain'), 'node_modules/zod/'] },
    },
    forbid('calls-only-know-the-rules', lib('calls'), lib('queries', 'operations', 'documents', 'emails', 'exchange', 'jobs', 'auth', 'infra')),
    forbid('papers-and-mails-are-pure', lib('documents', 'emails', 'exchange'), lib('queries', 'operations', 'jobs', 'auth', 'infra')),
    forbid('infra-knows-nothing-of-us', lib('infra'), lib('domain', 'calls', 'queries', 'operations', 'documents', 'emails', 'exchange', 'jobs', 'auth')),
    forbid('queries-only-read', lib('queries'), lib('operations', 'documents', 'emails', 'exchange', 'jobs', 'auth')),
    forbid('operations-do-not-know-who-calls-them', lib('operations'), lib('jobs', 'auth')),
    forbid('jobs-only-delegate', lib('jobs'), lib('calls', 'auth', 'exchange', 'documents', 'emails')),
    forbid('lib-does-not-know-the-screens', room('lib'), '^(app|components)/'),
    forbid('components-receive-and-render', room('components'), `^app/|${lib('queries', 'operations', 'documents', 'emails', 'exchange', 'jobs', 'auth', 'infra')}`),
    forbid('pages-do-not-open-the-machinery', room('app'), lib('documents', 'emails', 'jobs', 'infra')),
    {
      name: 'one-door-to-the-database',
      severity: 'error',
      from: { pathNot: ['^lib/infra/', '^lib/(queries|operations)/', '^tests/', '^prisma/', '^e2e/'] },
      to: { path: ['^lib/infra/prisma', '^lib/infra/generated', 'node_modules/(@prisma|pg)/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^lib/infra/generated/(?!client)', '\\.next/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
