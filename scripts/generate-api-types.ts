/**
 * Writes the types that a client of the API has from its description, for the test that lives a work's life by them; with
 * --check only says whether they are current.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { catalogues } from '../server/src/app/catalogues.ts'
import { allRoutes } from '../server/src/app/compose.tsx'
import { openApi } from '../server/src/platform/http/openapi.ts'
import { noApiErrors } from '../server/src/platform/http/openapi-errors.ts'
import type { ApiRoute } from '../server/src/platform/http/route.ts'
import { repositoryRoot } from '../server/src/platform/root.ts'

const target = join(repositoryRoot, 'server/src/app/testing/api-types.gen.ts')
const routes = allRoutes().filter((route): route is ApiRoute => route.kind.startsWith('api-'))
const described = openApi(routes, { version: 'generated', catalogues, errors: noApiErrors })
// Types need no words: without them the file changes only where the API does.
const wordless = JSON.parse(JSON.stringify(described), (key, value) =>
  (key === 'description' || key === 'summary') && typeof value === 'string' ? '' : value,
)
const content = `// Written by scripts/generate-api-types.ts (npm run generate:api) from the description of the API; not to be changed by hand.
${astToString(await openapiTS(wordless, { defaultNonNullable: false }))}`

if (!process.argv.includes('--check')) writeFileSync(target, content)
else if (readFileSync(target, 'utf8') !== content) {
  console.error('server/src/app/testing/api-types.gen.ts is not current: run npm run generate:api')
  process.exitCode = 1
}
