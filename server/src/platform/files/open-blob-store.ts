import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import { type BlobStore, FolderBlobStore } from './blobs.ts'
import { S3BlobStore } from './s3-blobs.ts'

/** The store that the settings name. Nothing is asked of it yet. */
export function openBlobStore({ blobStore, dataDir }: Pick<Config, 'blobStore' | 'dataDir'>): BlobStore {
  if (blobStore.kind === 'folder') return new FolderBlobStore(join(dataDir, 'blobs'))
  return new S3BlobStore({ ...blobStore, asideFolder: join(dataDir, 'incoming') })
}
