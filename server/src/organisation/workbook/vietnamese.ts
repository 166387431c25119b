import type { Catalogue } from '../../platform/words.ts'
import { messages } from '../messages.vi.ts'

/** The Vietnamese catalogue as any sheet reads it: what stands in a cell is not known to be a key. */
export const vietnamese: Catalogue = messages
