import { readFileSync } from 'node:fs'
import { sign } from '../../packages/pades/src/sign/sign.ts'
import { fileSource } from '../../packages/pades/src/source.ts'
import { testAuthority, testNow } from '../../packages/pades/src/testing/authority.ts'

/** Signs one small file, then the large one of the arguments, and prints what the large one cost. */
const [, , small = '', large = '', target = ''] = process.argv
const signer = testAuthority().issue({ keyKind: 'rsa2048' })

/** The most memory that this process ever had, of which what is in memory of files that are read is not a part. */
const peakKb = () => Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1])

async function signFile(path: string, to: string): Promise<void> {
  using source = fileSource(path)
  const signed = await sign(source, { signer, at: testNow })
  signed.writeTo(to)
}

await signFile(small, target)
const [peakBeforeKb, cpu] = [peakKb(), process.cpuUsage()]
await signFile(large, target)
const { user, system } = process.cpuUsage(cpu)
console.log(JSON.stringify({ grownMb: (peakKb() - peakBeforeKb) / 1024, cpuMs: (user + system) / 1000 }))
