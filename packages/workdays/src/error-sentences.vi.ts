import type { WorkdaysErrorCode } from './errors.ts'

/** What each error means to people; `{name}` is filled in from its details. */
export const errorSentencesVi: Readonly<Record<WorkdaysErrorCode, string>> = {
  date_malformed: 'Ngày “{text}” không đúng: cần năm-tháng-ngày có thật, ví dụ 2026-02-13.',
  instant_malformed: 'Thời điểm “{text}” không đúng: cần dạng 2026-02-13T09:30+07:00.',
  out_of_calendar: 'Lịch làm việc chỉ có từ {first} đến {last}: không tính được ngoài khoảng này.',
  days_not_whole: 'Số ngày “{days}” không đúng: cần một số nguyên.',
  lengths_differ: 'Hai dãy phải dài bằng nhau: {starts} và {days}.',
  year_file_malformed: 'Dữ liệu năm không đúng ở mục {what}.',
  year_twice: 'Năm {year} được nêu hai lần.',
  years_with_gap: 'Các năm phải liền nhau: sau năm {year} thiếu năm {missing}.',
  day_outside_year: 'Ngày {date} không thuộc năm {year}.',
  day_twice: 'Ngày {date} được nêu hai lần.',
  tet_wrong: 'Nghỉ Tết năm {year} phải là năm ngày liền nhau, có mùng 1 ({first}).',
  national_day_wrong: 'Ngày nghỉ liền kề Quốc khánh năm {year} phải là {allowed}.',
  notice_missing: 'Năm {year} ghi là đã công bố nhưng thiếu số hoặc ngày của thông báo.',
  swap_day_off_not_worked: 'Không hoán đổi được ngày {date}: ngày này vốn đã nghỉ.',
  swap_make_up_day_worked: 'Không làm bù được vào ngày {date}: ngày này vốn đã làm việc.',
  swap_without_make_up_day: 'Năm {year} đã công bố nhưng ngày nghỉ hoán đổi {date} chưa có ngày làm bù.',
  extra_day_without_effect: 'Ngày riêng {date} không thay đổi gì: ngày này vốn đã như vậy.',
  extra_days_malformed: 'Danh sách ngày riêng không đúng ở mục {what}.',
  rest_wrong:
    'Ngày nghỉ hằng tuần phải là các số từ 1 (thứ Hai) đến 7 (Chủ nhật), mỗi số một lần, chừa ít nhất một ngày làm việc.',
  hours_malformed: 'Giờ làm việc “{text}” không đúng: cần các khoảng theo thứ tự như 07:30-11:30.',
  duration_malformed: 'Khoảng thời gian “{ms}” không đúng: cần một số mili giây nguyên.',
  limit_malformed:
    'Không hiểu thời hạn “{text}”: hãy viết như “5 ngày làm việc”, “30 ngày”, “2 tháng”, “8 giờ làm việc”.',
  limit_not_positive: 'Thời hạn “{text}” phải lớn hơn 0.',
  limit_too_large: 'Thời hạn “{text}” quá lớn: nhiều nhất {most}.',
  limit_not_shareable:
    'Không chia được thời hạn này cho các bước: chỉ chia được thời hạn tính bằng ngày, tuần hoặc giờ.',
  shares_wrong: 'Tỷ lệ các bước phải là các số nguyên không âm, có ít nhất một số lớn hơn 0.',
  pause_malformed: 'Khoảng tạm dừng từ {from} đến {to} không đúng: ngày kết thúc ở trước ngày bắt đầu.',
  pause_before_start: 'Khoảng tạm dừng bắt đầu {from}, trước khi thời hạn bắt đầu ({start}).',
  needs_instant: 'Thời hạn tính bằng giờ cần cả giờ, không chỉ ngày ({date}).',
  extension_wrong_unit:
    'Không gia hạn được: thời hạn và thời gian gia hạn phải cùng tính bằng ngày làm việc, ngày theo lịch, giờ làm việc hoặc giờ.',
  pause_open_not_last: 'Chỉ khoảng tạm dừng cuối cùng mới được chưa kết thúc.',
  lunar_out_of_range: 'Âm lịch chỉ tính được từ năm {first} đến năm {last}.',
  lunar_no_such_day: 'Không có ngày âm lịch {day}/{month}/{year}.',
}
