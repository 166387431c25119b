/** What is said of capitals, for an official. */
export const capitalSentencesVi = {
  capital_C01: 'Đầu câu phải viết hoa: “{found}” cần viết là “{expected}”.',
  capital_C02: 'Tên người viết hoa chữ cái đầu của mọi âm tiết: “{found}” cần viết là “{expected}”.',
  capital_C03:
    'Danh từ chung chỉ đơn vị hành chính viết thường, tên riêng viết hoa: “{found}” cần viết là “{expected}”.',
  capital_C04:
    'Đơn vị hành chính gọi theo số, tên người hoặc sự kiện thì viết hoa cả danh từ chung: “{found}” cần viết là “{expected}”.',
  capital_C05: 'Trường hợp viết hoa đặc biệt: “{found}” cần viết là “{expected}”.',
  capital_C06:
    'Tên cơ quan, tổ chức chỉ viết hoa chữ đầu của từ chỉ loại hình, chức năng, lĩnh vực: “{found}” cần viết là “{expected}”.',
  capital_C07: 'Danh từ thuộc trường hợp đặc biệt phải viết hoa: “{found}” cần viết là “{expected}”.',
  capital_C08:
    'Khi viện dẫn, viết hoa phần, chương, mục, tiểu mục, điều và viết thường khoản, điểm: “{found}” cần viết là “{expected}”.',
  capital_C09:
    'Tên văn bản được viện dẫn viết hoa chữ đầu của tên loại và của tên gọi: “{found}” cần viết là “{expected}”.',
  capital_C10: 'Tên thứ, tháng, tết, năm âm lịch phải viết hoa đúng chữ: “{found}” cần viết là “{expected}”.',
} as const
