import type { PageRoute } from '../platform/http/route.ts'
import { emblemFile } from '../ui/emblem.tsx'

export const faviconPath = '/favicon.svg'

/** The emblem, for the browser's tab. */
export const favicon: PageRoute = {
  kind: 'page',
  path: faviconPath,
  open: true,
  load: async () => ({
    kind: 'file',
    content: emblemFile,
    mediaType: 'image/svg+xml',
    fileName: 'favicon.svg',
    disposition: 'inline',
  }),
}
