import { writeXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { addDays, plainDate } from '../../platform/time/plain-date.ts'
import { getUnit, holdingsOf } from '../index.ts'
import { addPerson } from '../people/add-person.ts'
import { seedTestOrganisation, type TestOrganisation, type TestPersonName } from '../testing/organisation.ts'
import { exportDirectory } from './export-directory.ts'
import { applyImport, prepareImport } from './import-directory.ts'
import { getOwnImport } from './prepared-import.ts'
import { type Cells, cellsOf, effectiveOn, prepare, setCell, takeIn, workbookOf } from './testing-workbook.ts'

const database = useTestDatabase()
let organisation: TestOrganisation

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
})

const as = <Result>(name: TestPersonName, act: (c: Context) => Promise<Result>) =>
  asActor(database, organisation.actorFor(name), effectiveOn, act)

const scope = { on: effectiveOn, unit: null }

/** The cells of today's directory, to be changed by a test. */
const exported = async (): Promise<Cells> => cellsOf(await as('van-phong', (c) => exportDirectory(c, scope)))

const unitRow = (cells: Cells, code: string, changes: Record<string, string | number | null>) => {
  const heads = cells['Đơn vị']?.[0] ?? []
  const row: Record<string, string | number | null> = {
    'Mã đơn vị': code,
    'Tên đầy đủ': `Đơn vị ${code}`,
    'Tên ngắn': code,
    'Hệ thống': 'Đảng',
    Cấp: 'Cấp cơ sở',
    Loại: 'Tổ chức đảng cơ sở',
    'Có từ ngày': '01/02/2022',
    'Cấp trên: Đảng (mã)': 'tu-ky',
    ...changes,
  }
  cells['Đơn vị']?.push(heads.map((head) => row[String(head)] ?? null))
}

const preparedBy = (name: TestPersonName, cells: Cells) =>
  as(name, async (c) => prepare(c, await workbookOf(cells)))

const faultsOf = async (cells: Cells, name: TestPersonName = 'van-phong') => {
  const { report } = await preparedBy(name, cells)
  return report.badCells.map(({ sheet, cell, code }) => [sheet, cell, code].join(' '))
}

describe('one’s own holdings', () => {
  const begin = (cells: Cells, post: string, person: string) =>
    cells['Giữ chức vụ']?.push([
      post,
      null,
      person,
      null,
      'phụ trách',
      '2022-05-18',
      null,
      'QĐ 1',
      null,
      null,
    ])

  test('come back unchanged, and may be ended, but nobody begins one for themselves: the row is named', async () => {
    const { post, person } = organisation
    const cells = await exported()
    expect(await faultsOf(structuredClone(cells))).toEqual([])
    begin(cells, post['so-tttt'], person['van-phong'])
    const row = cells['Giữ chức vụ']?.length
    expect(await faultsOf(structuredClone(cells))).toEqual([`Giữ chức vụ C${row} own_holding`])
    setCell(cells, 'Giữ chức vụ', post['van-phong'], 'Ngày đầu tiên thôi giữ', '01/05/2022')
    begin(cells, post['van-phong'], person['van-phong'])
    expect(await faultsOf(cells)).toEqual([
      `Giữ chức vụ C${row} own_holding`,
      `Giữ chức vụ C${Number(row) + 1} own_holding`,
    ])
  })
})

describe('a workbook', () => {
  test('adds, renames, moves, hands over, appoints and ends in one go, and the same file again changes nothing', async () => {
    const cells = await exported()
    unitRow(cells, 'chi-bo-moi', { 'Cấp trên: Đảng (mã)': 'dang-bo-moi' })
    unitRow(cells, 'dang-bo-moi', {})
    setCell(cells, 'Đơn vị', 'chi-bo-cho', 'Tên đầy đủ', 'Chi bộ chợ Sông Hà')
    setCell(cells, 'Đơn vị', 'chi-bo-cho', 'Cấp trên: Đảng (mã)', 'tu-ky')
    cells['Chức vụ']?.push([
      'cv-1',
      'dang-bo-moi',
      null,
      'Bí thư',
      'x',
      'btv-tu-ky',
      '2022-03-01',
      null,
      null,
    ])
    cells.Người?.push(['cb-1', 'Nguyễn Thị Mới', null])
    cells['Giữ chức vụ']?.push([
      'cv-1',
      null,
      'cb-1',
      'nguyen thi moi',
      'quyền',
      44621,
      null,
      'QĐ 5',
      null,
      null,
    ])
    const held = organisation.post['bi-thu-tu-ky']
    setCell(cells, 'Giữ chức vụ', held, 'Ngày đầu tiên thôi giữ', '01/06/2022')

    const bytes = await workbookOf(cells)
    const report = await as('van-phong', (c) => takeIn(c, bytes))
    expect(report.badCells).toEqual([])
    expect(report.counts).toMatchObject({
      units: { add: 2, change: 1, end: 0 },
      posts: { add: 1 },
      persons: { add: 1 },
      holdings: { add: 1, end: 1 },
    })
    const moved = await as('van-phong', (c) => getUnit(c, organisation.unit['chi-bo-cho'], effectiveOn))
    expect(moved).toMatchObject({ name: 'Chi bộ chợ Sông Hà', parents: [{ parentCode: 'tu-ky' }] })
    const before = await as('van-phong', (c) =>
      getUnit(c, organisation.unit['chi-bo-cho'], addDays(effectiveOn, -1)),
    )
    expect(before).toMatchObject({ name: 'Chi bộ chợ Sông (minh hoạ)', parents: [{ parentCode: 'song-ha' }] })
    const person = await database.db
      .selectFrom('person')
      .select('id')
      .where('code', '=', 'cb-1')
      .executeTakeFirstOrThrow()
    const holdings = await as('van-phong', (c) => holdingsOf(c, person.id, effectiveOn))
    expect(holdings).toMatchObject([{ capacity: 'acting', fromOn: '2022-03-01', unitCode: 'dang-bo-moi' }])

    const again = await preparedBy('van-phong', cells)
    expect({ bad: again.report.badCells, changes: again.report.changes }).toEqual({ bad: [], changes: [] })
  })

  test('leaves every change in the record, with what was there before and the paper', async () => {
    const cells = await exported()
    setCell(cells, 'Đơn vị', 'so-tttt', 'Địa bàn', 'Thành phố')
    await as('van-phong', async (c) => takeIn(c, await workbookOf(cells)))
    const entry = await database.db
      .selectFrom('audit_entry')
      .innerJoin('audit_payload', 'audit_payload.entry_id', 'audit_entry.id')
      .select('payload')
      .where('action', '=', 'directory.import')
      .orderBy('audit_entry.id', 'desc')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(entry.payload as string)).toMatchObject({
      document: '07-QĐ/TU',
      of: 1,
      changes: [
        { sheet: 'units', act: 'change', details: [{ heading: 'Địa bàn', before: '', after: 'Thành phố' }] },
      ],
    })
  })

  test('leaves alone what is not in it, and what its cells leave empty', async () => {
    const cells = await exported()
    cells['Đơn vị']?.splice(3)
    setCell(cells, 'Đơn vị', cells['Đơn vị']?.[1]?.[0] as string, 'Địa bàn', null)
    delete cells['Giữ chức vụ']
    const { report } = await preparedBy('van-phong', cells)
    expect({ bad: report.badCells, changes: report.changes }).toEqual({ bad: [], changes: [] })
  })
})

describe('a bad cell', () => {
  test('is named by its sheet and address, and the row next to it is still looked at', async () => {
    const cells = await exported()
    const at = [
      setCell(cells, 'Đơn vị', 'tu-ky', 'Cấp', 'Cấp xã lớn'),
      setCell(cells, 'Đơn vị', 'song-ha', 'Ngày đầu tiên không còn', '31/02/2023'),
      setCell(cells, 'Đơn vị', 'so-noi-vu', 'Tên ngắn', ' '),
      setCell(cells, 'Đơn vị', 'so-tttt', 'Cấp trên: Nhà nước (mã)', 'khong-co'),
      setCell(cells, 'Đơn vị', 'ubnd-tinh', 'Tên đầy đủ', '#REF!'),
      setCell(cells, 'Đơn vị', 'xa-an-minh', 'Hệ thống', 'Nhà nước'),
      setCell(cells, 'Đơn vị', 'dang-uy-khoi', 'Tên đầy đủ', 'x'.repeat(301)),
    ]
    const faults = await faultsOf(cells)
    for (const [index, code] of [
      'no_choice',
      'no_date',
      'required',
      'unknown_unit',
      'error_value',
      'fixed',
      'too_long',
    ].entries())
      expect(faults).toContain(`Đơn vị ${at[index]} ${code}`)
    expect(faults).toHaveLength(7)
  })

  test('is one that would make a ring, end what is still needed, or give a post two heads', async () => {
    const cells = await exported()
    const ring = setCell(cells, 'Đơn vị', 'tu-ky', 'Cấp trên: Đảng (mã)', 'xa-an-minh')
    const ended = setCell(cells, 'Đơn vị', 'ubnd-tinh', 'Ngày đầu tiên không còn', '01/06/2022')
    const post = organisation.post['van-phong']
    const person = organisation.person['tu-ky']
    cells['Giữ chức vụ']?.push([
      post,
      null,
      person,
      null,
      'Chính thức',
      '01/06/2022',
      null,
      'QĐ 9',
      null,
      null,
    ])
    const faults = await faultsOf(cells)
    expect(faults).toContain(`Đơn vị ${ring} cycle`)
    expect(faults).toContain(`Đơn vị ${ended} has_children`)
    expect(faults).toContain(`Giữ chức vụ F${cells['Giữ chức vụ']?.length} head_twice`)
  })

  test('is a row that is there twice, a code that an address hides, and a name that slipped by a row', async () => {
    const cells = await exported()
    unitRow(cells, 'tu-ky', {})
    unitRow(cells, 'moi', {})
    const slipped = setCell(
      cells,
      'Giữ chức vụ',
      organisation.post['van-phong'],
      'Họ và tên (để đối chiếu)',
      'Vũ Văn Thư',
    )
    const rows = cells['Đơn vị']?.length ?? 0
    expect(await faultsOf(cells)).toEqual([
      `Đơn vị A${rows - 1} twice`,
      `Đơn vị A${rows} unit_code_reserved`,
      `Giữ chức vụ ${slipped} name_differs`,
    ])
  })

  test('keeps the whole workbook from being taken in', async () => {
    const cells = await exported()
    unitRow(cells, 'chi-bo-x', {})
    setCell(cells, 'Đơn vị', 'tu-ky', 'Cấp', '?')
    const { importId } = await preparedBy('van-phong', cells)
    const applied = as('van-phong', (c) => applyImport(c, { importId, version: 1 }, []))
    await expect(applied).rejects.toMatchObject({ code: 'import_has_bad_cells' })
    expect(
      await database.db.selectFrom('unit').select('id').where('code', '=', 'chi-bo-x').execute(),
    ).toEqual([])
  })

  test('is one whose unit has something of another slice hanging on it', async () => {
    const cells = await exported()
    unitRow(cells, 'chi-bo-y', {})
    await as('van-phong', async (c) => takeIn(c, await workbookOf(cells)))
    const cell = setCell(cells, 'Đơn vị', 'chi-bo-y', 'Ngày đầu tiên không còn', '01/06/2022')
    const report = await as('van-phong', async (c) => {
      const { importId } = await prepare(c, await workbookOf(cells))
      const { uploadId } = await getOwnImport(c, importId)
      const asked = await prepareImport(c, { workbook: [uploadId], effectiveOn, document: 'x' }, [
        async (_c, ending) => ending.map(({ unitId }) => ({ code: 'unit_has_works', subject: unitId })),
      ])
      return asked.report
    })
    expect(report.badCells).toMatchObject([{ cell, code: 'depends_elsewhere' }])
  })
})

describe('what spreadsheets do to a file', () => {
  test('composed and decomposed letters, hard blanks and blanks around are the same text', async () => {
    const cells = await exported()
    const name = String(cells['Đơn vị']?.find((row) => row[0] === 'so-noi-vu')?.[1])
    setCell(cells, 'Đơn vị', 'so-noi-vu', 'Tên đầy đủ', `  ${name.normalize('NFD')}\u00a0\u200b `)
    const heads = cells['Đơn vị']?.[0] as string[]
    cells['Đơn vị']?.splice(
      0,
      1,
      heads.map((head) => ` ${head.normalize('NFD').toUpperCase()}`),
    )
    const { report } = await preparedBy('van-phong', cells)
    expect({ bad: report.badCells, changes: report.changes }).toEqual({ bad: [], changes: [] })
  })

  test.each([44331, '15/5/2021', '15.05.2021', '15-05-2021', '2021-05-15', new Date('2021-05-15T00:00:00Z')])(
    '%s is the fifteenth of May 2021',
    async (value) => {
      const cells = await exported()
      unitRow(cells, 'chi-bo-z', { 'Có từ ngày': value as string })
      setCell(cells, 'Đơn vị', 'chi-bo-z', 'Ngày đầu tiên không còn', '14/05/2021')
      const { report } = await preparedBy('van-phong', cells)
      expect(report.badCells).toMatchObject([{ code: 'end_before_start', params: { from: '2021-05-15' } }])
    },
  )

  test('formulas, hidden sheets, merged cells and unknown headings are named, and nothing is guessed', async () => {
    const rows = (await exported())['Đơn vị'] ?? []
    const formula = await writeXlsx({
      sheets: [
        { name: 'Đơn vị', rows, cells: new Map([['1,1', { value: 'x', type: 'formula', formula: '1+1' }]]) },
      ],
    })
    const codes = async (bytes: Uint8Array) =>
      (await as('van-phong', (c) => prepare(c, bytes))).report.badCells.map(
        ({ cell, code }) => `${cell} ${code}`,
      )
    expect(await codes(formula)).toEqual(['B2 formula'])
    const other = { name: 'Khác', rows: [['a']] }
    expect(
      await codes(await writeXlsx({ sheets: [other, { name: 'Đơn vị', rows, hidden: true }] })),
    ).toContain('A1 sheet_hidden')
    const merges = [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }]
    expect(await codes(await writeXlsx({ sheets: [{ name: 'Đơn vị', rows, merges }] }))).toContain(
      'A2 merged',
    )
    const heads = [...(rows[0] ?? [])]
    heads[6] = 'Địa bàn cũ'
    expect(
      await codes(await writeXlsx({ sheets: [{ name: 'Đơn vị', rows: [heads, ...rows.slice(1)] }] })),
    ).toEqual(['G1 heading_unknown'])
  })

  test('a file that is none, that is broken, or that has none of the sheets is refused', async () => {
    const refusal = (bytes: Uint8Array) =>
      as('van-phong', (c) => prepare(c, bytes)).then(
        () => 'taken',
        (error: { code: string }) => error.code,
      )
    const good = await workbookOf(await exported())
    expect(await refusal(await writeXlsx({ sheets: [{ name: 'Khác', rows: [['a']] }] }))).toBe(
      'workbook_without_sheets',
    )
    expect(await refusal(good.subarray(0, good.length - 200))).toBe('file_broken')
    const torn = Uint8Array.from(good)
    torn.fill(7, torn.length / 2, torn.length / 2 + 300)
    expect(await refusal(torn)).toBe('file_broken')
  })
})

describe('a preview', () => {
  test('is stale once something it speaks of has changed, and nothing is done', async () => {
    const cells = await exported()
    setCell(cells, 'Đơn vị', 'song-ha', 'Địa bàn', 'Sông Hà')
    const { importId } = await preparedBy('van-phong', cells)
    await database.db.updateTable('unit').set({ place: 'Khác' }).where('code', '=', 'song-ha').execute()
    const applied = as('van-phong', (c) => applyImport(c, { importId, version: 1 }, []))
    await expect(applied).rejects.toMatchObject({ code: 'import_stale', status: 409 })
    const { place } = await database.db
      .selectFrom('unit')
      .select('place')
      .where('code', '=', 'song-ha')
      .executeTakeFirstOrThrow()
    expect(place).toBe('Khác')
  })

  test('still holds where something else has changed', async () => {
    const cells = await exported()
    setCell(cells, 'Đơn vị', 'song-ha', 'Địa bàn', 'Sông Hà 2')
    const { importId } = await preparedBy('van-phong', cells)
    await as('van-phong', (c) => addPerson(c, { fullName: 'Người Khác' }))
    await as('van-phong', (c) => applyImport(c, { importId, version: 1 }, []))
    const applied = as('van-phong', (c) => applyImport(c, { importId, version: 1 }, []))
    await expect(applied).rejects.toMatchObject({ code: 'import_already_applied' })
  })

  test('of two that would do the same, one is carried out and the other is told', async () => {
    const cells = await exported()
    unitRow(cells, 'chi-bo-hai', {})
    const imports = [await preparedBy('van-phong', cells), await preparedBy('van-phong', cells)]
    const outcomes = await Promise.allSettled(
      imports.map(({ importId }) => as('van-phong', (c) => applyImport(c, { importId, version: 1 }, []))),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'import_stale' },
    })
  })

  test('is nobody else’s, and needs the right to keep a directory', async () => {
    const { importId } = await preparedBy('van-phong', await exported())
    await expect(as('tu-ky', (c) => getOwnImport(c, importId))).rejects.toMatchObject({ code: 'not_found' })
    const cells = await exported()
    await expect(preparedBy('chi-bo-cho', cells)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(as('chi-bo-cho', (c) => exportDirectory(c, scope))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

test('an administrator of one part changes only that part, with single cells reported', async () => {
  const cells = await exported()
  const beside = setCell(cells, 'Đơn vị', 'song-ha', 'Địa bàn', 'Khác nữa')
  setCell(cells, 'Đơn vị', 'tu-ky', 'Địa bàn', 'Huyện Tứ Kỳ')
  unitRow(cells, 'chi-bo-ngoai', { 'Cấp trên: Đảng (mã)': 'song-ha' })
  unitRow(cells, 'chi-bo-trong', {})
  unitRow(cells, 'chi-bo-goc', { 'Cấp trên: Đảng (mã)': null })
  const { report } = await preparedBy('tu-ky', cells)
  expect(report.badCells.map(({ cell, code }) => [cell.replace(/\D/g, ''), code])).toEqual([
    [beside.replace(/\D/g, ''), 'not_yours'],
    [String((cells['Đơn vị']?.length ?? 0) - 2), 'not_yours'],
    [String(cells['Đơn vị']?.length), 'root_not_yours'],
  ])
  expect(report.changes.map(({ subject }) => subject.split(' ')[0]).sort()).toEqual(['chi-bo-trong', 'tu-ky'])
})

test('an export of a part holds the units below it, their posts, and who holds them', async () => {
  const unit = { id: organisation.unit['tu-ky'], code: 'tu-ky' }
  const cells = await cellsOf(
    await as('tu-ky', (c) => exportDirectory(c, { on: plainDate('2022-05-18'), unit })),
  )
  const codes = cells['Đơn vị']?.slice(1).map((row) => row[0])
  expect(codes).toContain('xa-an-minh')
  expect(codes).not.toContain('song-ha')
  const names = cells.Người?.slice(1).map((row) => row[1])
  expect(names).toContain('Vũ Văn Thư')
  expect(names).not.toContain('Nguyễn Văn Quản')
})

describe('what officials write by the way', () => {
  test('a row of totals is left out and said, and makes no person', async () => {
    const cells = await exported()
    cells.Người?.push(['Tổng cộng', 948], [null, 'Tổng số: 948 người'])
    cells['Đơn vị']?.push(['Cộng'])
    const { report } = await preparedBy('van-phong', cells)
    expect(report.changesTotal).toBe(0)
    expect(report.badCells).toEqual([])
    expect(report.warnings?.map(({ sheet, code, found }) => [sheet, code, found])).toEqual([
      ['Đơn vị', 'footer_left', 'Cộng'],
      ['Người', 'footer_left', 'Tổng cộng'],
      ['Người', 'footer_left', 'Tổng số: 948 người'],
    ])
    cells.Người?.push(['tong', 'Nguyễn Văn Tổng'])
    expect((await preparedBy('van-phong', cells)).report.changesTotal).toBe(1)
  })

  test('blanks of any number and kind are one, in names and in choices', async () => {
    const cells = await exported()
    unitRow(cells, 'hai-dau-cach', {
      'Tên đầy đủ': ' Đảng  ủy \u00a0xã\tMới ',
      Loại: 'Tổ chức  đảng cơ\u00a0 sở'.normalize('NFD'),
    })
    const { report } = await preparedBy('van-phong', cells)
    expect(report.badCells).toEqual([])
    expect(report.changes.map(({ subject }) => subject)).toEqual(['hai-dau-cach · Đảng ủy xã Mới'])
  })

  test('cells that are merged are named by their range', async () => {
    const cells = await exported()
    const bytes = await writeXlsx({
      sheets: Object.entries(cells).map(([name, rows]) => ({
        name,
        rows,
        ...(name === 'Người' && { merges: [{ startRow: 1, startCol: 0, endRow: 1, endCol: 1 }] }),
      })),
    })
    const { report } = await as('van-phong', (c) => prepare(c, bytes))
    const merged = report.badCells.filter(({ code }) => code === 'merged')
    expect(merged).toMatchObject([{ sheet: 'Người', cell: 'A2', params: { range: 'A2:B2' } }])
  })

  test('two units of one name are asked about, and the year 2125 is refused', async () => {
    const cells = await exported()
    unitRow(cells, 'mot', { 'Tên đầy đủ': 'Đảng ủy xã Mới' })
    unitRow(cells, 'hai', { 'Tên đầy đủ': 'đảng ủy  xã Mới' })
    const { report } = await preparedBy('van-phong', cells)
    expect(report.badCells).toEqual([])
    expect(report.warnings).toMatchObject([{ code: 'same_name', params: { count: 2, codes: 'hai' } }])
    unitRow(cells, 'ba', { 'Có từ ngày': '01/02/2125' })
    expect(await faultsOf(cells)).toEqual([expect.stringMatching(/^Đơn vị \w+ far_date$/)])
  })

  test('one cause is one finding, however many rows depend on it', async () => {
    const cells = await exported()
    unitRow(cells, 'cha', { Cấp: 'không có cấp này' })
    for (let at = 0; at < 20; at += 1) {
      unitRow(cells, `con-${at}`, { 'Cấp trên: Đảng (mã)': 'cha' })
      cells['Chức vụ']?.push([`cv-phu-${at}`, 'cha', null, 'Bí thư', null, null, '2022-03-01', null, null])
      cells.Người?.push([`cb-phu-${at}`, `Người ${at}`, null])
      cells['Giữ chức vụ']?.push([
        `cv-phu-${at}`,
        null,
        `cb-phu-${at}`,
        null,
        'quyền',
        44621,
        null,
        'QĐ 5',
        null,
        null,
      ])
    }
    const { report } = await preparedBy('van-phong', cells)
    expect(report.badCells).toMatchObject([{ code: 'no_choice', dependants: 60 }])
    expect(report.badCellsTotal).toBe(1)
  })

  test('a heading that is wrong is one finding too', async () => {
    const cells = await exported()
    const heads = cells.Người?.[0] ?? []
    heads[1] = 'Tên gọi'
    cells.Người?.push(['cb-x', 'Nguyễn Thị Mới', null])
    const held = organisation.post['so-tttt']
    cells['Giữ chức vụ']?.push([held, null, 'cb-x', null, 'quyền', 44621, null, 'QĐ 5', null, null])
    expect(await faultsOf(cells)).toEqual(['Người B1 heading_unknown', 'Người A1 heading_missing'])
  })
})

describe('days before a unit was recorded', () => {
  test('are said where a superior came later, and its first day is corrected in the same file', async () => {
    const cells = await exported()
    unitRow(cells, 'cu', { 'Có từ ngày': '10/03/2015' })
    const { report } = await preparedBy('van-phong', cells)
    expect(report.warnings).toMatchObject([
      { code: 'placed_later', params: { on: '2015-03-10', from: '2021-01-01' } },
    ])
    setCell(cells, 'Đơn vị', 'tu-ky', 'Có từ ngày', '01/07/2010')
    const bytes = await workbookOf(cells)
    const taken = await as('van-phong', (c) => takeIn(c, bytes))
    expect({ bad: taken.badCells, warnings: taken.warnings }).toEqual({ bad: [], warnings: [] })
    const on = plainDate('2015-03-10')
    const unit = await database.db
      .selectFrom('unit')
      .select('id')
      .where('code', '=', 'cu')
      .executeTakeFirstOrThrow()
    expect(await as('van-phong', (c) => getUnit(c, unit.id, on))).toMatchObject({
      parents: [{ parentCode: 'tu-ky' }],
    })
    expect(await as('van-phong', (c) => getUnit(c, organisation.unit['tu-ky'], on))).toMatchObject({
      validFrom: '2010-07-01',
    })
    expect((await preparedBy('van-phong', cells)).report.changesTotal).toBe(0)
  })
})
