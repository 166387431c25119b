/**
 * The address of the module of a thread beside the module that starts it: a source beside a source, what was built
 * beside what was built. A compiler that turns `.ts` into `.js` does so in imports, not in addresses.
 *
 * @param name without its ending
 */
export function workerUrl(name: string, besides: string): URL {
  return new URL(`./${name}.${besides.endsWith('.ts') ? 'ts' : 'js'}`, besides)
}
