/** Letters as typefaces before Unicode had them: the code of another letter, drawn as the wanted one. */
export const legacy = {
  tcvn3: (text: string) => ({ text: map(text, tcvn3), font: '.VnTime' }),
  vni: (text: string) => ({ text: map(text, vni), font: 'VNI-Times' }),
}

const map = (text: string, table: ReadonlyMap<string, string>): string =>
  [...text.normalize('NFC')].map((letter) => table.get(letter) ?? letter).join('')

/** TCVN 5712:1993, VN3, in the order of its letters. */
const tcvn3 = new Map(
  [
    'àµ ả¶ ã· á¸ ạ¹ ă¨ ằ» ẳ¼ ẵ½ ắ¾ ặÆ â© ầÇ ẩÈ ẫÉ ấÊ ậË đ® èÌ ẻÎ ẽÏ éÐ ẹÑ êª ềÒ ểÓ ễÔ ếÕ ệÖ ì× ỉØ ĩÜ íÝ ịÞ',
    'òß ỏá õâ óã ọä ô« ồå ổæ ỗç ốè ộé ơ¬ ờê ởë ỡì ớí ợî ùï ủñ ũò úó ụô ư\u00AD ừõ ửö ữ÷ ứø ựù ỳú ỷû ỹü ýý ỵþ',
    'Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§',
  ]
    .join(' ')
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
)

const plainMarks = { '\u0301': 'ù', '\u0300': 'ø', '\u0309': 'û', '\u0303': 'õ', '\u0323': 'ï' }
const roofMarks = { '': 'â', '\u0301': 'á', '\u0300': 'à', '\u0309': 'å', '\u0303': 'ã', '\u0323': 'ä' }
const breveMarks = { '': 'ê', '\u0301': 'é', '\u0300': 'è', '\u0309': 'ú', '\u0303': 'ü', '\u0323': 'ë' }

/** VNI for Windows: a letter and its mark are two. */
const vni = new Map<string, string>([
  ...row('aeouy', plainMarks, (base) => base),
  ...row('âêô', roofMarks, (base) => base.normalize('NFD').charAt(0)),
  ...row('ă', breveMarks, () => 'a'),
  ...row('ơ', { '': '', ...plainMarks }, () => 'ô'),
  ...row('ư', { '': '', ...plainMarks }, () => 'ö'),
  ['đ', 'ñ'],
  ['Đ', 'Ñ'],
  ['ì', 'ì'],
  ['í', 'í'],
  ['ỉ', 'æ'],
  ['ĩ', 'ó'],
  ['ị', 'ò'],
  ['ỵ', 'î'],
])

function row(
  bases: string,
  marks: Record<string, string>,
  written: (base: string) => string,
): [string, string][] {
  return [...bases].flatMap((base) =>
    Object.entries(marks).flatMap(([mark, by]): [string, string][] => {
      const letter = (base + mark).normalize('NFC')
      return [
        [letter, written(base) + by],
        [letter.toUpperCase(), written(base).toUpperCase() + by.toUpperCase()],
      ]
    }),
  )
}
