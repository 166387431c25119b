import type { Catalogues } from '../platform/words.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What this slice says, in both languages. */
export const identityMessages: Catalogues = { vi, en }
