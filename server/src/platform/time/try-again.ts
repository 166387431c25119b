import { setTimeout as delay } from 'node:timers/promises'

// A database that changes its leader is away for seconds: to wait that long would only queue up requests. This is for
// connections that have gone stale and for two acts in each other's way.
const pausesMs = [50, 400]

/**
 * Does something, and once or twice more where what stopped it has nothing to do with it.
 * @param act must do no harm when it runs again after having failed
 * @param isPassing whether an error may be gone at the next attempt
 */
export async function tryAgain<Result>(
  act: () => Promise<Result>,
  isPassing: (error: unknown) => boolean,
): Promise<Result> {
  for (const pauseMs of pausesMs) {
    try {
      return await act()
    } catch (error) {
      if (!isPassing(error)) throw error
      await delay(pauseMs)
    }
  }
  return act()
}
