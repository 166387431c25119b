/** What the lock file says of a package. */
interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
  readonly os?: string | readonly string[]
  readonly cpu?: string | readonly string[]
}

/** A `package-lock.json` of npm, as much of it as is read here. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

/**
 * The text of NOTICE: whose work runs with ours, and under which licence.
 *
 * All comes from the lock file and nothing from node_modules, where packages for other machines are missing.
 */
export function noticeText(lock: Lock): string {
  return `Đột Phá
Licensed under the Apache License, Version 2.0: see LICENSE.

Written by scripts/notice.ts from package-lock.json (npm run generate): do not edit.

Copied into this repository
===========================
Be Vietnam Pro, two weights cut down (server/src/ui/fonts) - OFL-1.1, see OFL.txt beside it
Liberation Serif 2.1.5 (packages/pades/fonts, packages/nd30/fonts) - OFL-1.1, see OFL.txt beside it
Tabler Icons ${versionOf(lock, '@tabler/icons')}, the used ones (server/src/ui/icons.gen.ts) - MIT, Copyright (c) Paweł Kuna

Needed at run time, installed by npm
====================================
Where a package brings the text of its licence or a NOTICE of its own, it stands in its folder in node_modules.

${runtimePackages(lock).join('\n')}
`
}

function runtimePackages(lock: Lock): readonly string[] {
  const lines = Object.entries(lock.packages)
    .filter(([path, { dev, link }]) => path.includes('node_modules/') && dev !== true && link !== true)
    .map(([path, { version, license, os, cpu }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      if (version === undefined || license === undefined)
        throw new Error(`package-lock.json says no version or no licence of ${path}: look for it and decide.`)
      const machines = [os ?? [], cpu ?? []].flat().join(' ')
      return `${name} ${version} - ${license}${machines === '' ? '' : ` (only for ${machines})`}`
    })
  // By code units, which sort alike in every language.
  return [...new Set(lines)].sort()
}

function versionOf(lock: Lock, name: string): string {
  const version = lock.packages[`node_modules/${name}`]?.version
  if (version === undefined) throw new Error(`${name} is not in package-lock.json.`)
  return version
}
