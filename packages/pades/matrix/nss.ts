import { existsSync, mkdirSync } from 'node:fs'
import type { Desk } from './desk.ts'

/** The folder of NSS's store (poppler, LibreOffice), with the signer's key in it and the root trusted. */
export function nssFolder(desk: Desk): string {
  const folder = desk.path('nss')
  if (existsSync(folder)) return folder
  mkdirSync(folder)
  const store = ['-d', `sql:${folder}`]
  desk.must('certutil', [...store, '-N', '--empty-password'])
  // NSS takes a key only with the mark that ties it to its certificate, which OpenSSL writes.
  const keys = ['-in', 'signer.pem', '-inkey', 'signer.key', '-certfile', 'ca.pem', '-name', 'signer']
  desk.must('openssl', ['pkcs12', '-export', ...keys, '-passout', 'pass:nss', '-out', 'nss.p12'])
  desk.must('pk12util', [...store, '-i', 'nss.p12', '-W', 'nss', '-K', ''])
  for (const name of ['root', 'plain-root'])
    desk.must('certutil', [...store, '-A', '-n', name, '-t', 'CT,C,C', '-i', `${name}.pem`])
  return folder
}
