/**
 * The address of a thread's module: beside the module that starts it in the sources, beside the bundle in `dist/server`,
 * where `scripts/build.mjs` puts each `*-worker.ts`.
 *
 * @param name without its ending
 * @param besides `import.meta.url` of the module that starts the thread
 */
export const workerUrl = (name: string, besides: string): URL =>
  new URL(`./${name}${besides.endsWith('.ts') ? '.ts' : '.js'}`, besides)
