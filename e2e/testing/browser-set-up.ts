import { launchOptions } from './browser.ts'

/** Before any story begins: the packaged browser is unpacked once for all workers, where the machine has none. */
export default async function setUp(): Promise<void> {
  await launchOptions()
}
