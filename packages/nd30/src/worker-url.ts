/**
 * The address of a thread's module that lies beside the module which starts it. A compiler that turns `.ts` into `.js`
 * does so in imports, not in addresses.
 *
 * @param name without its ending
 */
export const workerUrl = (name: string, besides: string): URL =>
  new URL(`./${name}${besides.endsWith('.ts') ? '.ts' : '.js'}`, besides)
