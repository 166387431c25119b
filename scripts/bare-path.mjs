// The PATH of a machine on which nothing but Node has been installed: links to Node, npm and what Debian's `coreutils` and
// `dash` bring. Whatever else is on this machine, a test that runs under it does not find.
import { chmodSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findJudge } from './judges.mjs'

// npm starts scripts by `sh`.
export const barePrograms = `
  node npm npx sh
  [ arch b2sum base32 base64 basename basenc cat chcon chgrp chmod chown cksum comm cp csplit cut date dd df dir dircolors
  dirname du echo env expand expr factor false fmt fold groups head hostid id install join link ln logname ls md5sum mkdir
  mkfifo mknod mktemp mv nice nl nohup nproc numfmt od paste pathchk pinky pr printenv printf ptx pwd readlink realpath rm
  rmdir runcon seq sha1sum sha224sum sha256sum sha384sum sha512sum shred shuf sleep sort split stat stdbuf stty sum sync tac
  tail tee test timeout touch tr true truncate tsort tty uname unexpand uniq unlink users vdir wc who whoami yes`
  .trim()
  .split(/\s+/)

/**
 * Makes a folder of links that serves as such a PATH.
 *
 * @returns {{ path: string, remove: () => void }}
 */
export function makeBarePath() {
  const path = mkdtempSync(join(tmpdir(), 'dotpha-bare-'))
  // For other users too, as any folder of programs: root lends PostgreSQL one.
  chmodSync(path, 0o755)
  for (const program of barePrograms) {
    const found = program === 'node' ? process.execPath : findJudge(program)
    if (found !== undefined) symlinkSync(found, join(path, program))
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
