/** The names of parameters in the addresses of the administrator's pages. */
export const adminNames = {
  text: 'tu-khoa',
  state: 'trang-thai',
  role: 'vai',
  all: 'ca-da-het',
  post: 'chuc-vu',
  account: 'tai-khoan',
  unit: 'don-vi',
  cursor: 'tiep-theo',
} as const

function withQuery(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const said = Object.entries(query).filter((one): one is [string, string] => Boolean(one[1]))
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`
}

const account = (username: string) => `/quan-tri/tai-khoan/${encodeURIComponent(username)}`

/** The addresses of the pages on which accounts and rights are kept. */
export const adminPaths = {
  accounts: (asked: { text?: string | null; state?: string | null; cursor?: string | null } = {}) =>
    withQuery('/quan-tri/tai-khoan', {
      [adminNames.text]: asked.text,
      [adminNames.state]: asked.state,
      [adminNames.cursor]: asked.cursor,
    }),
  confirmations: (asked: { cursor?: string | null } = {}) =>
    withQuery('/quan-tri/xac-nhan', { [adminNames.cursor]: asked.cursor }),
  newAccount: '/quan-tri/tai-khoan-moi',
  bulkAccounts: (asked: { unit?: string | null; cursor?: string | null } = {}) =>
    withQuery('/quan-tri/tai-khoan-hang-loat', {
      [adminNames.unit]: asked.unit,
      [adminNames.cursor]: asked.cursor,
    }),
  account,
  setPassword: (username: string) => `${account(username)}/mat-khau`,
  removeFactors: (username: string) => `${account(username)}/buoc-hai`,
  endSessions: (username: string) => `${account(username)}/phien`,
  disable: (username: string) => `${account(username)}/dong`,
  enable: (username: string) => `${account(username)}/mo`,
  linkOutside: (username: string) => `${account(username)}/danh-tinh-ngoai`,
  unlinkOutside: (linkId: string, username: string) =>
    withQuery(`/quan-tri/danh-tinh-ngoai/${linkId}/bo`, { [adminNames.account]: username }),
  revokeToken: (tokenId: string, username: string) =>
    withQuery(`/quan-tri/ma-truy-cap/${tokenId}/thu-hoi`, { [adminNames.account]: username }),
  grants: (
    asked: { text?: string | null; role?: string | null; all?: boolean; cursor?: string | null } = {},
  ) =>
    withQuery('/quan-tri/quyen', {
      [adminNames.text]: asked.text,
      [adminNames.role]: asked.role,
      [adminNames.all]: asked.all ? 'co' : null,
      [adminNames.cursor]: asked.cursor,
    }),
  newGrant: (postId: string, username?: string) =>
    withQuery('/quan-tri/quyen-moi', { [adminNames.post]: postId, [adminNames.account]: username }),
  revokeGrant: (grantId: string, username?: string) =>
    withQuery(`/quan-tri/quyen/${grantId}/thu-hoi`, { [adminNames.account]: username }),
} as const
