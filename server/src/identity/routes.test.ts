import { expect, test } from 'vitest'
import { identityRoutes, pagesWithoutTwin } from './routes.ts'

const routes = identityRoutes({ demonstrationAccounts: [] })

test('these are all addresses of the slice', () => {
  const addresses = routes.map((route) =>
    route.kind === 'api-write' ? `${route.method} ${route.path}` : `${route.kind} ${route.path}`,
  )
  expect(addresses).toMatchInlineSnapshot(`
    [
      "open-form /dang-nhap",
      "page /dang-nhap/ben-ngoai",
      "page /dang-nhap/ben-ngoai/tra-ve",
      "page /dang-xuat/ben-ngoai",
      "open-form /dang-nhap/buoc-hai",
      "open-form /dang-nhap/dat-buoc-hai",
      "open-form /dang-nhap/mat-khau-moi",
      "open-form /dang-nhap/khoa-truy-cap",
      "open-form /dang-nhap/khoa-truy-cap/cau-hoi",
      "open-form /dang-xuat",
      "open-form /ngon-ngu",
      "open-form /tai-khoan/giao-dien",
      "page /tai-khoan",
      "form /tai-khoan/chuc-vu",
      "open-form /tai-khoan/mat-khau",
      "form /tai-khoan/thu",
      "PUT /me/mail",
      "form /tai-khoan/phien",
      "form /tai-khoan/phien/khac",
      "form /tai-khoan/ma-truy-cap",
      "page /quan-tri/tai-khoan",
      "page /quan-tri/tai-khoan/:username",
      "form /quan-tri/tai-khoan-hang-loat",
      "form /quan-tri/tai-khoan-moi",
      "form /quan-tri/tai-khoan/:username/mat-khau",
      "form /quan-tri/tai-khoan/:username/phien",
      "form /quan-tri/tai-khoan/:username/dong",
      "form /quan-tri/tai-khoan/:username/mo",
      "page /quan-tri/quyen",
      "form /quan-tri/quyen-moi",
      "form /quan-tri/quyen/:grantId/thu-hoi",
      "form /quan-tri/xac-nhan",
      "open-form /tai-khoan/kich-hoat",
      "page /tai-khoan/buoc-hai",
      "form /tai-khoan/buoc-hai/ung-dung",
      "form /tai-khoan/buoc-hai/ung-dung/bo",
      "form /tai-khoan/buoc-hai/ma-du-phong",
      "form /tai-khoan/buoc-hai/khoa-truy-cap",
      "form /tai-khoan/buoc-hai/khoa-truy-cap/bo",
      "form /tai-khoan/tin",
      "form /quan-tri/tai-khoan/:username/buoc-hai",
      "form /tai-khoan/ma-truy-cap/moi",
      "form /quan-tri/ma-truy-cap/:tokenId/thu-hoi",
      "page /uy-quyen",
      "form /uy-quyen/moi",
      "form /uy-quyen/:standInId/ket-thuc",
      "page /xem-khan",
      "form /xem-khan/moi",
      "form /xem-khan/:accessId/duyet",
      "form /xem-khan/:accessId/vao",
      "form /xem-khan/:accessId/ket-thuc",
      "api-read /emergency-accesses",
      "POST /emergency-accesses",
      "POST /emergency-accesses/:accessId/decision",
      "POST /emergency-accesses/:accessId/ending",
      "form /quan-tri/tai-khoan/:username/danh-tinh-ngoai",
      "form /quan-tri/danh-tinh-ngoai/:linkId/bo",
      "api-read /me",
      "api-read /accounts",
      "api-read /accounts/:username",
      "api-read /accounts/:username/api-tokens",
      "api-read /api-tokens",
      "api-read /stand-ins",
      "api-read /role-grants",
      "api-read /access-confirmations",
      "POST /access-confirmations",
      "api-read /persons-without-account",
      "POST /account-batches",
      "POST /accounts",
      "PUT /accounts/:username/password",
      "PUT /accounts/:username/disablement",
      "DELETE /accounts/:username/disablement",
      "POST /accounts/:username/sessions/ending",
      "POST /accounts/:username/factor-removals",
      "POST /accounts/:username/outside-identities",
      "POST /outside-identities/:linkId/revocation",
      "POST /stand-ins",
      "POST /stand-ins/:standInId/ending",
      "POST /role-grants",
      "POST /role-grants/:grantId/revocation",
      "POST /api-tokens",
      "POST /api-tokens/:tokenId/revocation",
      "POST /me/other-sessions/ending",
    ]
  `)
})

test('a page that writes has a twin for machines, or a reason why not', () => {
  const acts = new Set(routes.flatMap((route) => (route.kind === 'api-write' ? [route.endpoint.name] : [])))
  const alone = routes.flatMap((route) => {
    if (route.kind === 'open-form') return [route.path]
    return route.kind === 'form' && !acts.has(route.endpoint.name) ? [route.path] : []
  })
  expect(alone.sort()).toEqual(Object.keys(pagesWithoutTwin).sort())
})
