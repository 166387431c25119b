import type { Verdict } from '../server/src/platform/audit/verdict.ts'

export function judge(folder: string, rootsPath?: string): Promise<Verdict>
