import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Whether one of the folders has less room than that. Nothing is written to find out: a probe that writes succeeds in the last
 * block of a disk, and takes it.
 */
export async function isRoomShort(folders: readonly string[], leastBytes: number): Promise<boolean> {
  const rooms = await Promise.all(folders.map(roomOf))
  return rooms.some((room) => room !== undefined && room < leastBytes)
}

/** What is free for others than the superuser; undefined where that cannot be known. */
async function roomOf(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    // It is made at the first writing: then the folder above it counts.
    return dirname(folder) === folder ? undefined : roomOf(dirname(folder))
  }
}
