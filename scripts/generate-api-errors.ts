/**
 * Writes which refusals each operation of the API can give, and the catalogue of all codes: read out of the program itself, so
 * that nobody has to keep a list. With --check only says whether both are current.
 *
 * What counts for an operation: every code of the catalogue that stands as a text in a function which can be reached from its
 * `run`. That may name one that never happens there, and forgets none that is written as a text.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { catalogues } from '../server/src/app/catalogues.ts'
import { repositoryRoot } from '../server/src/platform/root.ts'

const sourceRoot = join(repositoryRoot, 'server/src/')
const codes = new Set(
  Object.keys(catalogues.vi).flatMap((key) =>
    key.startsWith('refusal.') ? [key.slice('refusal.'.length)] : [],
  ),
)
// What every operation can give, whatever it does: said once.
const commonFolders = ['platform/http/', 'platform/secret-marks/', 'identity/sign-in/']
const makers = new Set(['endpoint', 'apiRead', 'recordedApiRead', 'apiFile'])

const { config } = ts.readConfigFile(join(repositoryRoot, 'tsconfig.json'), ts.sys.readFile)
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, repositoryRoot)
const ours = fileNames.filter(
  (name) =>
    name.startsWith(sourceRoot) && !/\.test\.|\.long\.|\/testing|-testing|\/demonstration\//.test(name),
)
const program = ts.createProgram(ours, { ...options, noEmit: true })
const checker = program.getTypeChecker()

interface Unit {
  readonly codes: ReadonlySet<string>
  readonly uses: ReadonlySet<ts.Node>
}

const units = new Map<ts.Node, Unit>()
const statuses = new Map<string, Set<number>>()

/** The declaration of the module that an identifier means; undefined for what is not a value of ours. */
function declarationOf(identifier: ts.Identifier): ts.Node | undefined {
  let symbol = checker.getSymbolAtLocation(identifier)
  if (symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol)
  const declaration = symbol?.valueDeclaration
  const file = declaration?.getSourceFile().fileName
  // What is generated holds every code: showing it gives none of them.
  if (declaration === undefined || !file?.startsWith(sourceRoot) || file.endsWith('.gen.ts')) return undefined
  const isTop =
    ts.isFunctionDeclaration(declaration) ||
    (ts.isVariableDeclaration(declaration) && ts.isSourceFile(declaration.parent.parent.parent))
  return isTop ? declaration : undefined
}

function unitOf(node: ts.Node): Unit {
  const known = units.get(node)
  if (known !== undefined) return known
  const unit = { codes: new Set<string>(), uses: new Set<ts.Node>() }
  units.set(node, unit)
  const visit = (inner: ts.Node): void => {
    if (ts.isTypeNode(inner) || isOfSliceApart(inner)) return
    if (ts.isStringLiteralLike(inner) && codes.has(inner.text) && !isCompared(inner))
      unit.codes.add(inner.text)
    if (ts.isIdentifier(inner)) {
      const used = declarationOf(inner)
      if (used !== undefined && used !== node) unit.uses.add(used)
    }
    ts.forEachChild(inner, visit)
  }
  visit(node)
  return unit
}

// A slice holds all its operations; one that asks every slice asks these alone.
const askedOfSlices = new Set(['worklist', 'search', 'measures', 'help'])

const isOfSliceApart = (node: ts.Node): boolean =>
  (ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node)) &&
  ts.isVariableDeclaration(node.parent.parent) &&
  node.parent.parent.type?.getText() === 'Slice' &&
  !askedOfSlices.has(node.name.getText())

const isCompared = ({ parent }: ts.Node) =>
  ts.isCaseClause(parent) ||
  (ts.isBinaryExpression(parent) && parent.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) ||
  (ts.isPropertyAssignment(parent) && parent.name.getText() !== 'code')

function reachable(from: ts.Node): ReadonlySet<string> {
  const found = new Set<string>()
  const seen = new Set<ts.Node>([from])
  for (const node of seen) {
    const { codes: own, uses } = unitOf(node)
    for (const code of own) found.add(code)
    for (const used of uses) seen.add(used)
  }
  return found
}

/** The statuses with which codes are refused: of `new Refusal(code, params, { status })`, 422 where none is said. */
function readStatus(node: ts.Node): void {
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'Refusal') return
  const [code, , more] = node.arguments ?? []
  if (code === undefined || !ts.isStringLiteralLike(code)) return
  const status =
    more !== undefined && ts.isObjectLiteralExpression(more)
      ? more.properties.find((one) => one.name?.getText() === 'status')
      : undefined
  const value =
    status !== undefined && ts.isPropertyAssignment(status) ? Number(status.initializer.getText()) : 422
  statuses.set(code.text, (statuses.get(code.text) ?? new Set()).add(Number.isNaN(value) ? 422 : value))
}

/** The name that a text says; several where a parameter of it may be one of a few words. */
function namesOf(text: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(text)) return [text.text]
  if (!ts.isTemplateExpression(text) || text.templateSpans.length !== 1) return []
  return text.templateSpans.flatMap(({ expression, literal }) => {
    const type = checker.getTypeAtLocation(expression)
    const words = type.isUnion() ? type.types : [type]
    return words.flatMap((word) =>
      word.isStringLiteral() ? [text.head.text + word.value + literal.text] : [],
    )
  })
}

const operations = new Map<string, ReadonlySet<string>>()
const common = new Set<string>(['not_found', 'forbidden'])

for (const name of ours) {
  const file = program.getSourceFile(name)
  if (file === undefined) continue
  const isCommon = commonFolders.some((folder) => name.startsWith(sourceRoot + folder))
  const visit = (node: ts.Node): void => {
    readStatus(node)
    if (isCommon && ts.isStringLiteralLike(node) && codes.has(node.text)) common.add(node.text)
    if (ts.isCallExpression(node) && makers.has(node.expression.getText())) {
      const [made] = node.arguments
      if (made !== undefined && ts.isObjectLiteralExpression(made)) {
        const named = made.properties.find((one) => one.name?.getText() === 'name')
        if (named !== undefined && ts.isPropertyAssignment(named))
          for (const called of namesOf(named.initializer)) operations.set(called, reachable(made))
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
}

const sorted = (given: Iterable<string>) => [...given].sort()
const statusOf = (code: string) => [...(statuses.get(code) ?? [422])].sort((a, b) => a - b)
const json = (value: unknown) => JSON.stringify(value)

const generated = `// Written by scripts/generate-api-errors.ts (npm run generate:api) from the program itself; not to be changed by hand.

/** With which HTTP statuses each code of a refusal is given. */
export const errorStatuses: Readonly<Record<string, readonly number[]>> = {
${sorted(codes)
  .map((code) => `  ${code}: ${json(statusOf(code))},`)
  .join('\n')}
}

/** What every operation can answer, whatever it does. */
export const commonErrors: readonly string[] = ${json(sorted(common))}

/** What an operation can answer besides. */
export const operationErrors: Readonly<Record<string, readonly string[]>> = {
${sorted(operations.keys())
  .map((name) => {
    const own = sorted(operations.get(name) ?? []).filter((code) => !common.has(code))
    return `  '${name}': ${json(own)},`
  })
  .join('\n')}
}
`

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const page = `# Error codes of the API

Written by \`npm run generate:api\` from the message catalogues and the program; the same list as JSON is at \`GET /api/v1/errors\`.
Decide on \`code\`, never on the sentence. \`{name}\` stands for a parameter, which \`errors[].params\` carries by itself. What a code
means for one operation, and which it can give, is in the description (\`/api/v1/openapi.json\`).

| code | status | Tiếng Việt | English |
| --- | --- | --- | --- |
${sorted(codes)
  .map(
    (code) =>
      `| \`${code}\` | ${statusOf(code).join(', ')} | ${cell(catalogues.vi[`refusal.${code}`] ?? '')} | ${cell(catalogues.en[`refusal.${code}`] ?? '')} |`,
  )
  .join('\n')}

## Codes of single fields

These stand in \`errors[].code\` beside \`errors[].field\`, under \`input_invalid\`.

| code | Tiếng Việt | English |
| --- | --- | --- |
${sorted(Object.keys(catalogues.vi).filter((key) => key.startsWith('error.')))
  .map((key) => `| \`${key}\` | ${cell(catalogues.vi[key] ?? '')} | ${cell(catalogues.en[key] ?? '')} |`)
  .join('\n')}
`

const targets: readonly (readonly [path: string, content: string])[] = [
  ['server/src/app/api-errors.gen.ts', generated],
  ['docs/api-errors.md', page],
]
for (const [path, content] of targets) {
  const full = join(repositoryRoot, path)
  if (!process.argv.includes('--check')) writeFileSync(full, content)
  else if (readFileSync(full, 'utf8') !== content) {
    console.error(`${path} is not current: run npm run generate:api`)
    process.exitCode = 1
  }
}
