/**
 * The address of a thread's module: next to the module that starts it in the sources, next to the bundle in `dist/server`,
 * where `scripts/build.mjs` puts each `*-worker.ts`.
 *
 * @param name without its ending
 * @param besides `import.meta.url` of the module that starts the thread
 */
export const workerUrl = (name: string, besides: string): URL =>
  new URL(`./${name}${besides.endsWith('.ts') ? '.ts' : '.js'}`, besides)
