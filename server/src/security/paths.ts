/** The names of parameters in the addresses of this slice, and their values that are words: Vietnamese without accents. */
export const addressNames = {
  actor: 'nguoi',
  action: 'hanh-vi',
  object: 'doi-tuong',
  from: 'tu',
  to: 'den',
  outcome: 'ket-qua',
  cursor: 'tiep-theo',
  entry: 'muc',
  stoppedFrom: 'chan-tu',
  spilledFrom: 'vu-tu',
} as const

export const outcomeWords = { done: 'xong', refused: 'tu-choi', failed: 'loi', read: 'doc' } as const

/** The addresses of this slice's pages. */
export const securityPaths = {
  record: '/nhat-ky',
  entry: (id: string) => `/nhat-ky/${id}`,
  erase: '/nhat-ky/xoa-noi-dung',
  faults: '/nhat-ky/sai-lech',
  acknowledgeFault: (fingerprint: string) => `/nhat-ky/sai-lech/${fingerprint}/ghi-nhan`,
  confirmFault: (fingerprint: string) => `/nhat-ky/sai-lech/${fingerprint}/xac-nhan`,
  export: (format: 'xlsx' | 'csv') => `/nhat-ky.${format}`,
} as const

export const spillPaths = {
  spills: '/bao-mat',
  /** Both lists in one page: each goes on by a cursor of its own. */
  spillsFrom: (cursors: { readonly stopped?: string | null; readonly spilled?: string | null }) => {
    const said = Object.entries({
      [addressNames.stoppedFrom]: cursors.stopped,
      [addressNames.spilledFrom]: cursors.spilled,
    })
    const query = new URLSearchParams(said.filter((one): one is [string, string] => Boolean(one[1])))
    return query.size === 0 ? '/bao-mat' : `/bao-mat?${query}`
  },
  isolate: '/bao-mat/co-lap',
  erase: (id: string) => `/bao-mat/${id}/xoa`,
} as const
