/** The direction of time, checked: inputs → extract → see → normalise → match → strip → judge → report. */
const stages = ['extract', 'see', 'normalise', 'match', 'strip', 'judge', 'report']
const floor =
  '^src/(types|types/.+|plane/.+|pixels/.+|place|identity|condition|weigh|budget|errors|source|nearest|tally|version|home|view|view-box|raw-name|yaml|phrases/.+)\\.ts$'

/** A stage may use the floor, itself, and libraries. */
const apart = stages.map((stage) => ({
  name: `${stage}-stands-alone`,
  comment: `${stage} hears of the other stages through types only; putting them together is for inspect, gather and scan`,
  severity: 'error',
  from: { path: `^src/${stage}/` },
  to: { path: '^src/', pathNot: [`^src/${stage}/`, floor] },
}))

module.exports = {
  forbidden: [
    ...apart,
    {
      name: 'types-import-nothing',
      comment: 'the nouns are the floor of the house (phrase codes are only names)',
      severity: 'error',
      from: { path: '^src/types(/|\\.ts$)' },
      to: { path: '^src/', pathNot: '^src/(phrases/index\\.ts$|types/)' },
    },
    {
      name: 'plug-ins-know-no-siblings',
      comment: 'a format uses its own folder and extract/shared, never another format',
      severity: 'error',
      from: { path: '^src/extract/([^/.]+)', pathNot: '^src/extract/(index|shared)' },
      to: { path: '^src/extract/', pathNot: ['^src/extract/$1(\\.ts$|/)', '^src/extract/shared/'] },
    },
    {
      name: 'bin-imports-only-cli',
      comment: 'the command is a door, not a room',
      severity: 'error',
      from: { path: '^bin/' },
      to: { pathNot: '(^|/)(dist|src)/cli\\.(js|ts)$' },
    },
    {
      name: 'a-store-knows-records-alone',
      comment: 'what is kept of a document is facts; results with their excerpts never come here',
      severity: 'error',
      from: { path: '^src/store/' },
      to: { path: '^src/', pathNot: ['^src/store/', floor] },
    },
    {
      name: 'a-run-is-no-command-line',
      comment: 'run puts the stages together for the command, programs and services alike',
      severity: 'error',
      from: { path: '^src/run/' },
      to: { path: '^src/cli' },
    },
    {
      name: 'files-are-opened-in-few-places',
      comment: 'bytes come from Sources; nothing else touches the disk',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot:
          '^src/(inputs|ruleset|cli|pool|settings|home|version|handbook/(write|generated)|see/ocr|extract/pdf/(fonts|engine)|extract/archive/seven-zip)',
      },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'no-network',
      comment: 'secscan never talks to anyone while scanning',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns)(/promises)?$' },
    },
    {
      name: 'no-cycles',
      comment: 'time runs one way (types may name each other)',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'a file nobody uses is a rule nobody runs',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/(index|cli|types|pool/child)\\.ts$' },
      to: {},
    },
    {
      name: 'product-never-imports-tests',
      comment: 'fixtures and tests are not there when it runs',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|fixtures)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
  },
}
