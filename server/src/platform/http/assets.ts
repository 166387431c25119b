import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../refusal.ts'
import { repositoryRoot } from '../root.ts'

/** Where the built files of the browser are. */
export const assetsFolder = join(repositoryRoot, 'dist', 'assets')

/** The addresses of built files by their plain names, from the manifest that the build wrote. */
export function readAssets(): (name: string) => string {
  let manifest: Readonly<Record<string, string>>
  try {
    manifest = JSON.parse(readFileSync(join(assetsFolder, 'manifest.json'), 'utf8')) as Readonly<
      Record<string, string>
    >
  } catch (error) {
    throw new Failure(
      'assets_missing',
      `Chương trình chưa được dựng (${assetsFolder}): hãy chạy npm run build.\nThe program has not been built (${assetsFolder}): run npm run build.`,
      error,
    )
  }
  return (name) => `/assets/${manifest[name] ?? name}`
}
