import { availableParallelism } from 'node:os'

export interface PoolOptions {
  /** Threads; as many as the machine has cores where it is left out. */
  readonly size?: number
  /** How many jobs may wait; 1000 where it is left out. */
  readonly queue?: number
  /** Bound of each thread's memory, the file it works on not counted; 256 where it is left out. */
  readonly memoryMegabytes?: number
}

/** The bounds of a pool, with what holds where nothing is said. */
export function crewSettings({
  size = availableParallelism(),
  queue = 1000,
  memoryMegabytes = 256,
}: PoolOptions): Required<PoolOptions> {
  return { size, queue, memoryMegabytes }
}
