// Who imports whom: docs/architecture.md has the table. The order is one list, changed only with a decision record.
const order = [
  ['platform'],
  ['ui'],
  ['organisation'],
  ['identity'],
  ['office'],
  ['documents'],
  ['exchange', 'archive'],
  ['programme', 'services', 'security', 'webhooks'],
  ['indicators'],
  ['demonstration'],
  ['app'],
]

const browserCode = '(\\.browser\\.tsx?$|^server/src/ui/browser/)'
const tests = '(\\.(test|long)\\.tsx?$|/testing[^/]*(\\.ts$|/))'

const mayImport = (slice, level, others = []) => ({
  path: '^server/src/([^/]+)/',
  pathNot: [slice, ...order.slice(0, level).flat(), ...others].map((below) => `^server/src/${below}/`),
})

const upward = order.flatMap((peers, level) =>
  peers.flatMap((slice) => [
    {
      name: `slice-order-${slice}`,
      comment: 'A slice imports only slices below it; peers speak by events.',
      severity: 'error',
      from: { path: `^server/src/${slice}/`, pathNot: tests },
      to: mayImport(slice, level),
    },
    {
      name: `slice-order-tests-${slice}`,
      comment: 'Tests of a slice may run on the demonstration too.',
      severity: 'error',
      from: { path: [`^server/src/${slice}/.*${tests}`] },
      to: mayImport(slice, level, ['demonstration']),
    },
  ]),
)

const face = {
  name: 'slice-face',
  comment: 'Of another slice (platform and ui aside) only index.ts is open.',
  severity: 'error',
  from: { path: '^server/src/([^/]+)/', pathNot: tests },
  to: {
    path: '^server/src/([^/]+)/',
    pathNot: ['^server/src/$1/', '^server/src/(platform|ui)/', '/index\\.ts$'],
  },
}

// The folders of a slice that is parted by topic, lowest first (decision 013); files at its door and its rules are open to all.
const topics = {
  organisation: [['relations'], ['people'], ['units'], ['pages'], ['workbook']],
  identity: [
    ['second-person'],
    ['sessions', 'roles'],
    ['passwords', 'stand-ins', 'emergency'],
    ['factors'],
    ['sign-in', 'confirming'],
    ['outside', 'accounts'],
  ],
  office: [['news', 'list'], ['talk'], ['api', 'pages']],
  programme: [
    ['filter', 'registration', 'progress', 'press', 'for-others'],
    ['year', 'appraisal', 'carrying-out', 'desk'],
    ['lists', 'completion', 'import'],
    ['decisions', 'figures'],
    ['evidence', 'worklist'],
    ['work'],
    ['api'],
  ],
}

const withinSlice = Object.entries(topics).flatMap(([slice, levels]) =>
  levels.flatMap((peers, level) =>
    peers.map((folder) => ({
      name: `folder-order-${slice}`,
      comment: 'A folder of a slice imports only folders below it, so that none stands in a circle.',
      severity: 'error',
      from: { path: `^server/src/${slice}/${folder}/`, pathNot: tests },
      to: {
        path: `^server/src/${slice}/([^/]+)/`,
        pathNot: [folder, 'rules', ...levels.slice(0, level).flat()].map(
          (below) => `^server/src/${slice}/${below}/`,
        ),
      },
    })),
  ),
)

// Calendar dates are values, not the world; reading a clock is in another file.
const pureForRules = [
  '^server/src/[^/]+/rules[./]',
  '^packages/',
  '^server/src/platform/time/plain-date\\.ts$',
]

const rulesArePure = {
  name: 'rules-are-pure',
  comment:
    'Rules take values and give values: no database, HTTP, clock or module of Node. Types may come from anywhere below.',
  severity: 'error',
  from: { path: '^server/src/[^/]+/rules[./]', pathNot: tests },
  to: { pathNot: pureForRules, dependencyTypesNot: ['type-only'] },
}

const rulesReachNothing = {
  name: 'rules-reach-nothing-of-node',
  comment: 'Not through a rule or a package of ours either.',
  severity: 'error',
  from: { path: '^server/src/[^/]+/rules[./]', pathNot: tests },
  to: { reachable: true, path: ['^node:', '^(fs|net|http|https|child_process|crypto|os|path)$'] },
}

const walls = [
  {
    name: 'packages-know-no-application',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: '^(server|e2e|bench)/' },
  },
  {
    name: 'browser-imports-no-server',
    comment: 'Code for the browser imports other code for the browser and packages alone.',
    severity: 'error',
    from: { path: browserCode, pathNot: tests },
    to: { path: '^server/', pathNot: browserCode },
  },
  {
    name: 'browser-imports-no-node',
    severity: 'error',
    from: { path: browserCode, pathNot: tests },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'server-imports-no-browser',
    comment: 'The page loads code for the browser; the server only serves it.',
    severity: 'error',
    from: { path: '^server/', pathNot: [browserCode, tests] },
    to: { path: browserCode },
  },
  {
    name: 'pages-import-no-tables',
    severity: 'error',
    from: { path: '^server/src/[^/]+/pages/', pathNot: tests },
    to: { path: '/tables\\.ts$' },
  },
]

// The rooms of each package, lowest first: its docs/design.md.
const rooms = {
  pades: [
    ['der'],
    ['x509', 'pdf'],
    ['cms', 'form'],
    ['look', 'services'],
    ['keys'],
    ['verify'],
    ['sign'],
    ['pool', 'cli'],
  ],
  nd30: [['text', 'profile'], ['model'], ['rules', 'read'], ['check'], ['docx', 'pdf'], ['cli']],
  workdays: [['lunar'], ['years'], ['calendar'], ['arithmetic'], ['limits'], ['cli']],
}
const packageRooms = Object.entries(rooms).flatMap(([name, levels]) =>
  levels.flatMap((peers, level) =>
    peers.map((room) => ({
      name: `${name}-room-${room}`,
      comment: 'A room of a library knows only those below it, and never its entry.',
      severity: 'error',
      from: { path: `^packages/${name}/src/${room}/`, pathNot: tests },
      to: {
        path: `^packages/${name}/src/([^/]+/|index\\.ts$)`,
        pathNot: [room, ...levels.slice(0, level).flat()].map((below) => `^packages/${name}/src/${below}/`),
      },
    })),
  ),
)

const sound = [
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'no-tests-in-the-product',
    severity: 'error',
    from: { path: '^(server|packages/[^/]+)/src/', pathNot: tests },
    to: { path: tests },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upward,
    face,
    ...withinSlice,
    rulesArePure,
    rulesReachNothing,
    ...walls,
    ...packageRooms,
    ...sound,
  ],
  options: {
    // Type imports count: an upward type is an upward dependency.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
