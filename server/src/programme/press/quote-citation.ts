import type { Context } from '../../platform/context.ts'
import { paths } from '../paths.ts'
import { listPressSources } from './press-facts.ts'

/**
 * Where the words stand that an entry of the directory quotes. The directory keeps the words alone: as long as there is one
 * source they are its words, and of several nobody could say which.
 */
export async function quoteCitation(c: Context): Promise<{ text: string; href: string } | null> {
  const [only, ...others] = await listPressSources(c)
  return only === undefined || others.length > 0 ? null : { text: only.citation, href: paths.article() }
}
