//! Headings that several ledgers share, or that are many. Written folded: half width, simplified, lower case, without spaces.

pub const DATE: &[&str] = &["日期", "时间", "date", "datetime", "time"];

pub const CUSTOMER: &[&str] = &[
    "顾客姓名",
    "客户姓名",
    "姓名",
    "顾客",
    "客户",
    "客户名称",
    "会员姓名",
    "名称",
    "户名",
    "联系人",
    "收件人",
    "受访人",
    "回访客户",
    "投诉人",
    "客户名",
    "顾客名称",
    "会员名称",
    "会员",
    "老人姓名",
    "收货人",
    "收货人名称",
    "拜访对象",
    "customername",
    "name",
    "client",
    "clientname",
];

pub const PHONE: &[&str] = &[
    "电话",
    "手机",
    "手机号",
    "手机号码",
    "联系电话",
    "电话号码",
    "联系方式",
    "联系手机",
    "移动电话",
    "行动电话",
    "联络电话",
    "固定电话",
    "座机",
    "家庭电话",
    "住家电话",
    "顾客电话",
    "客户电话",
    "顾客手机",
    "客户手机",
    "联系号码",
    "手机电话",
    "电话1",
    "联系电话1",
    "本人电话",
    "联络方式",
    "联系人电话",
    "收货人电话",
    "收货人手机号",
    "mobilenumber",
    "cell",
    "mobile",
    "phonenumber",
    "tel",
    "cellphone",
    "mobilephone",
    "phoneno",
    "telephone",
];

pub const STAFF: &[&str] = &[
    "专员",
    "服务专员",
    "客户服务专员",
    "业务员",
    "销售员",
    "业务人员",
    "营销员",
    "销售顾问",
    "导购",
    "经办人",
    "责任人",
    "跟进人",
    "跟进人员",
    "回访人",
    "回访人员",
    "员工姓名",
    "员工",
    "销售代表",
    "负责人",
    "客户经理",
    "健康顾问",
    "所属业务员",
    "服务人员",
    "跟进专员",
    "负责专员",
    "业务归属",
    "specialist",
    "staffname",
];

pub const NOTE: &[&str] = &["备注", "备注说明", "说明", "附注", "remark", "remarks", "notes"];
pub const DEPARTMENT: &[&str] = &["部门", "所属部门", "责任部门", "处理部门"];
pub const EVENT: &[&str] = &["会议", "会议名称", "活动", "场次", "meeting", "会议主题", "活动名称"];
pub const BOXES: &[&str] = &["盒数", "数量", "销售数量", "件数", "箱数", "销量", "quantity", "qty"];
pub const AMOUNT: &[&str] = &["金额", "总金额", "销售额", "应收金额", "实收金额", "合计金额", "总价", "价格"];
pub const EXPERT: &[&str] = &["咨询专家", "专家", "专家姓名"];
pub const RESULT: &[&str] =
    &["结果", "回访结果", "回访状态", "通话结果", "接通情况", "回访情况", "跟进结果", "沟通结果"];
pub const NEXT: &[&str] = &[
    "下次回访日期",
    "下次回访时间",
    "下次跟进日期",
    "下次跟进时间",
    "下次联系时间",
    "下次回访",
    "下次跟进",
    "下次拜访时间",
];
pub const TASK: &[&str] = &["回访单号", "任务单号", "单号"];
pub const ENTERED: &[&str] = &["录入日期", "录入时间"];
pub const ENTERED_BY: &[&str] = &["录入人", "录入员", "操作员"];
pub const REPORTED: &[&str] = &["上报日期", "上报时间"];
pub const STAMPED: &[&str] = &["盖章", "是否盖章"];
pub const METHOD: &[&str] = &["方式", "回访方式", "回访形式", "跟进方式", "沟通方式", "拜访方式"];
pub const VISIT_DATE: &[&str] = &["回访日期", "回访时间", "本次回访日期", "本次回访时间", "跟进日期", "跟进时间"];

/// What a day's sheet of visits or calls says in words of its own.
pub const VISIT_NOTE: &[&str] = &["回访备注", "回访意见", "回访内容", "跟进内容", "回访记录", "跟进记录", "沟通内容"];
pub const OUTCOME: &[&str] = &["结果", "通话结果", "接通情况"];
pub const STAFF_NUMBER: &[&str] = &["工号", "员工编号", "员工号", "职工编号", "员工id", "staffno", "employeeid"];
pub const STAFF_NAME: &[&str] = &["姓名", "员工姓名", "员工名称", "名字", "staffname"];

/// What a Chinese template offers where a plain yes or no is asked for.
pub const YES_NO: &[&str] = &["是", "否"];

/// The words that say whether a paper is stamped.
pub static STAMPED_WORDS: super::value::YesNoWords =
    super::value::YesNoWords { yes: &["已盖章", "盖章", "已盖"], no: &["未盖章", "未盖"], offered: YES_NO };
