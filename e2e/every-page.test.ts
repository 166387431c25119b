import { expect, test } from 'vitest'
import { useBrowser, useProductForReading } from './testing/product.ts'
import { faultsOnWalk } from './testing/walk.ts'

const product = useProductForReading()
const chromium = useBrowser()

/**
 * Who looks at which pages; `:xxx` stands for a work of the demonstration in that state. Pages that axe sees at both sizes
 * stand in `reading-pages-look.test.ts`.
 */
const walks: Readonly<Record<string, readonly string[]>> = {
  'van-phong': [
    '/',
    '/chuong-trinh/2022?minh-hoa=khong',
    '/chuong-trinh/2022/cai-dat',
    '/chuong-trinh/2022/cai-dat/quy-che',
    '/cong-viec?tu-khoa=khong-co-viec-nao-nhu-the',
    '/cong-viec/:completed/so-sanh',
    '/cong-viec/:completed?phan=lich-su&biet-den=18/05/2022',
    '/tham-dinh',
    '/don-vi',
    '/don-vi/tu-ky',
    '/tim-kiem?q=tu+ky',
    '/tai-khoan',
    '/ngay-lam-viec',
    '/khong-co-trang-nay',
  ],
  'thuong-vu': [
    '/',
    '/quyet-dinh/moi',
    '/cong-viec/:completion_reported/nghiem-thu',
    '/cong-viec/hang-loat',
    '/bo-loc',
    '/bo-loc/moi?nam=2022&tin-hieu=qua-han',
    '/xem-khan',
  ],
  'tu-ky': ['/', '/cong-viec/dang-ky'],
  'to-chuc': [
    '/',
    '/viec-cua-toi/tin',
    '/don-vi/tu-ky',
    '/don-vi/moi?duoi=tu-ky',
    '/don-vi/tu-ky/truc-thuoc',
    '/don-vi/tu-ky/ket-thuc',
    '/don-vi/tu-ky/chuc-vu-moi',
    '/nguoi?tu-khoa=minh',
    '/nguoi/moi',
    '/tim-kiem',
    '/tim-kiem?q=khong-co-gi',
  ],
  'kiem-tra': ['/nhat-ky', '/nhat-ky?hanh-vi=khong.co&tu=01/01/2022'],
  'bao-mat': ['/', '/bao-mat', '/bao-mat/co-lap', '/cong-viec'],
  'quan-tri': [
    '/',
    '/chuong-trinh/2022',
    '/cong-viec/:completed',
    '/nhat-ky',
    '/nhat-ky/xoa-noi-dung',
    '/quan-tri/tai-khoan',
    '/quan-tri/tai-khoan?tu-khoa=khong-co-ai-ten-the',
    '/quan-tri/tai-khoan/tu-ky',
    '/quan-tri/tai-khoan/tu-ky/mat-khau',
    '/quan-tri/tai-khoan/tu-ky/phien',
    '/quan-tri/tai-khoan/tu-ky/dong',
    '/quan-tri/tai-khoan-moi',
    '/quan-tri/quyen',
    '/tai-khoan/ma-truy-cap/moi',
    '/uy-quyen',
    '/xem-khan',
    '/xem-khan/moi',
  ],
}

async function pathOf(path: string): Promise<string> {
  const state = /:(\w+)/.exec(path)?.[1]
  if (state === undefined) return path
  const { code } = await product.database
    .selectFrom('work')
    .innerJoin('unit', 'unit.id', 'work.assigner_unit_id')
    .select('work.code')
    .where('work.state', '=', state)
    .where('unit.code', '=', 'btv-tinh-uy')
    .orderBy('work.code')
    .limit(1)
    .executeTakeFirstOrThrow()
  return path.replace(`:${state}`, String(code))
}

test.each(Object.entries(walks))(
  'every page that %s opens is sound, at a desk and on a phone',
  async (account, shown) => {
    const paths = await Promise.all(shown.map(pathOf))
    expect(await faultsOnWalk(product, chromium.browser, { account, axe: ['desk'], paths })).toEqual({})
  },
)
