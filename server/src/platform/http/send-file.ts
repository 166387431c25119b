import type { FastifyReply } from 'fastify'
import type { FileView } from './view.ts'

/** Sends a file under its own name, for the browser to show only what it shows without running anything. */
export const sendFile = (reply: FastifyReply, view: FileView): FastifyReply =>
  reply
    .header('content-disposition', dispositionOf(view.disposition ?? 'attachment', view.fileName))
    .header('x-content-type-options', 'nosniff')
    .type(view.mediaType)
    .send(view.content)

function dispositionOf(kind: 'attachment' | 'inline', fileName: string): string {
  const plain = fileName.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '')
  // Four signs that encodeURIComponent leaves have a meaning of their own here (RFC 8187, 3.2.1).
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
