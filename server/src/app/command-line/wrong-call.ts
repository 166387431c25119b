import { Failure } from '../../platform/refusal.ts'
import type { Words } from './command.ts'

/** A command was called wrongly: what is wrong, and where to read how it is called. The exit code is 2. */
export function wrongCall(fault: Words, command?: string): Failure {
  const help = command === undefined ? 'dotpha help' : `dotpha help ${command}`
  return new Failure(
    wrongCallCode,
    `Gọi lệnh chưa đúng: ${fault.vi}. Xem ${help}.\nThe command was called wrongly: ${fault.en}. See ${help}.`,
  )
}

export const wrongCallCode = 'usage'
