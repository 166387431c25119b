import { expect, test } from 'vitest'
import { allRoutes } from './compose.tsx'

/** Where a machine reads what each page shows; or, in a sentence, why it has no such place. */
const twins: Readonly<Record<string, string>> = {
  '/': '/worklist',
  '/viec-cua-toi': '/worklist',
  '/bai-bao': '/press-facts',
  '/bao-mat': '/spills',
  '/ban-lam-viec/:hang': '/works',
  '/bo-loc': '/saved-filters',
  '/can-cu': '/guiding-documents',
  '/can-cu/:ref': '/guiding-documents/:ref',
  '/chi-so': '/measures',
  '/chi-so/:key': '/measures/:key',
  '/chuong-trinh': '/programmes',
  '/chuong-trinh/:nam': '/programmes/:year/summary',
  '/chuong-trinh/:nam/cai-dat': '/programmes/:year',
  '/chuong-trinh/:nam/don-vi': '/programmes/:year/units',
  '/chuong-trinh/:nam/nhom/:so': '/programmes/:year/summary',
  '/cong-viec': '/works',
  '/cong-viec.csv': '/works',
  '/cong-viec.xlsx': '/works',
  '/cong-viec/:ref': '/works/:ref',
  '/cong-viec/:ref/minh-chung/:id/tep': '/works/:ref/evidence/:evidenceId/file',
  '/cong-viec/:ref/so-sanh':
    'It shows two versions word by word for the eye; a machine compares the versions of its choice itself.',
  '/cong-viec/hang-loat/:id': '/bulk-acts/:id',
  '/danh-ba.csv': '/units',
  '/danh-ba.xlsx': '/units',
  '/don-vi': '/units',
  '/don-vi/:code': '/units/:code',
  '/don-vi/:code/van-ban/:id': '/units/:code/papers/:id',
  '/nguoi': '/persons',
  '/nguoi/:id': '/persons/:id',
  '/nhat-ky': '/audit-entries',
  '/nhat-ky.csv': '/audit-entries',
  '/nhat-ky.xlsx': '/audit-entries',
  '/nhat-ky/sai-lech': '/audit-faults',
  '/nhat-ky/:id': '/audit-entries/:id',
  '/quan-tri/quyen': '/role-grants',
  '/quan-tri/tai-khoan': '/accounts',
  '/quan-tri/tai-khoan/:username': '/accounts/:username',
  '/quyet-dinh': '/decisions',
  '/quyet-dinh/:id': '/decisions/:id',
  '/quyet-dinh/:id/phu-luc': '/decisions/:id',
  '/quyet-dinh/:id/tep': '/decisions/:decisionId/file',
  '/tai-khoan': '/me',
  '/tai-khoan/buoc-hai':
    'The second steps of a person’s sign-in; a machine has none, and a token must not learn of them.',
  '/tai-khoan/nhan-su-kien': '/webhooks',
  '/tai-khoan/nhan-su-kien/:webhookId': '/webhooks/:webhookId',
  '/tham-dinh': '/appraisal-queue',
  '/tim-kiem': 'It joins what the lists find; a machine asks the lists of works, units and persons with q.',
  '/tro-giup': 'It explains the pages to people; machines have the description of the API and docs/api.md.',
  '/tro-giup/api': 'It is the description of the API, which machines have as /api/v1/openapi.json.',
  '/tro-giup/api/:operation':
    'It is the description of the API, which machines have as /api/v1/openapi.json.',
  '/uy-quyen': '/stand-ins',
  '/xem-khan': '/emergency-accesses',
}

const routes = allRoutes()

test('each page that reads has its twin in the API, or a reason why not', () => {
  const pages = routes.flatMap((route) => (route.kind === 'page' && route.open !== true ? [route.path] : []))
  const named = {
    missing: pages.filter((path) => twins[path] === undefined),
    gone: Object.keys(twins).filter((path) => !pages.includes(path)),
  }
  expect(named).toEqual({ missing: [], gone: [] })
})

test('each twin is there, and each reason is one', () => {
  const reads = routes.flatMap((route) =>
    route.kind === 'api-read' || route.kind === 'api-file' ? [route.path] : [],
  )
  const lost = Object.values(twins).filter((twin) =>
    twin.startsWith('/') ? !reads.includes(twin) : twin.length < 40,
  )
  expect(lost).toEqual([])
})
