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
} as const

export const outcomeWords = { done: 'xong', refused: 'tu-choi', failed: 'loi', read: 'doc' } as const

/** The addresses of this slice's pages. */
export const securityPaths = {
  record: '/nhat-ky',
  entry: (id: string) => `/nhat-ky/${id}`,
  erase: '/nhat-ky/xoa-noi-dung',
  export: (format: 'xlsx' | 'csv') => `/nhat-ky.${format}`,
} as const

export const spillPaths = {
  spills: '/bao-mat',
  isolate: '/bao-mat/co-lap',
  erase: (id: string) => `/bao-mat/${id}/xoa`,
} as const
