/** The addresses of this slice's pages. */
export const webhookPaths = {
  webhooks: '/tai-khoan/nhan-su-kien',
  create: '/tai-khoan/nhan-su-kien/moi',
  webhook: (id: string) => `/tai-khoan/nhan-su-kien/${id}`,
  remove: (id: string) => `/tai-khoan/nhan-su-kien/${id}/xoa`,
  resume: '/tai-khoan/nhan-su-kien/tiep-tuc',
  ping: '/tai-khoan/nhan-su-kien/thu',
  resend: '/tai-khoan/nhan-su-kien/gui-lai',
} as const

export const addressNames = { cursor: 'tiep-theo' } as const
