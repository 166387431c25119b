import type { OfficialDocument } from '../model/document.ts'
import { workerUrl } from '../worker-url.ts'
import { Crew } from './crew.ts'
import type { Rendered, RenderOptions } from './typeset.ts'

export interface RendererOptions {
  /** How many documents are set at once, each in a process; 1 where it is left out. */
  readonly threads?: number
  /** How many may wait beyond those; 100 where it is left out. */
  readonly queue?: number
  /** How long one document may take; 60 seconds where it is left out. */
  readonly timeLimitMs?: number
  /** How much memory one process may hold, as far as the system tells (Linux); 2 GiB where it is left out. */
  readonly memoryLimitBytes?: number
  /**
   * Paths of the font files of one family, its four styles: a Times New Roman that the user owns. Liberation Serif, which
   * comes along and is as wide, where it is left out. Fonts of the machine are never used.
   */
  readonly fonts?: readonly string[]
}

/** Sets documents in processes of its own, which are ended where one takes too long or too much. */
export interface Renderer extends AsyncDisposable {
  /**
   * The document as PDF/A-2u, or PDF/A-2a where `tagged`, and where its signatures and marks go. The same document gives
   * the same bytes.
   *
   * @throws Nd30Error `form_unknown`, `font_missing_letters` (which letters, and where in the model), `image_wrong`,
   *   `typesetting_failed`; `renderer_full`, `renderer_closed`, `renderer_timeout`,
   *   `renderer_memory`, `renderer_died`
   */
  render(document: OfficialDocument, options: RenderOptions): Promise<Rendered>
  /** Takes nothing more, waits for what was taken, and ends the processes. */
  close(): Promise<void>
}

/** @throws what keeps a process from starting, as a font file that cannot be read */
export async function openRenderer(options: RendererOptions = {}): Promise<Renderer> {
  const { threads = 1, queue = 100, timeLimitMs = 60_000, memoryLimitBytes = 2 ** 31, fonts } = options
  const crew = await Crew.open({
    module: workerUrl('render-worker', import.meta.url),
    settings: { fonts },
    threads,
    queue,
    timeLimitMs,
    memoryLimitBytes,
  })
  const close = () => crew.close()
  return {
    render: (document, { at, tagged, fit, id }) =>
      crew.run({
        document,
        options: {
          at,
          ...(tagged !== undefined && { tagged }),
          ...(fit !== undefined && { fit }),
          ...(id !== undefined && { id }),
        },
      }),
    close,
    [Symbol.asyncDispose]: close,
  }
}
