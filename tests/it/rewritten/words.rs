//! The words people put over their columns and into them, as the ledgers' description lists them.

use super::dice::Dice;

/// The name of the ledger, first as its template bears it.
pub fn names(kind: &str) -> &'static [&'static str] {
    match kind {
        "staff" => &["员工花名册", "花名册"],
        "signup" => &["新增资源一览表", "新增资源"],
        "preheat" => &["预热情况统计表", "预热"],
        "invite" => &["邀约登记表", "邀约"],
        "attendance" => &["到会签到表", "签到"],
        "sale" => &["出货名单", "出货"],
        "return" => &["退货登记表", "退货"],
        "visit" => &["客户回访表", "客户回访"],
        "expert_call" => &["专家电话回访表", "专家电话回访"],
        "supervision" => &["部长监督电话登记表", "部长监督"],
        "complaint" => &["投诉登记表", "投诉"],
        "assignment" => &["资源分配登记表", "资源分配"],
        "handover" => &["离职交接表", "离职交接"],
        "stop" => &["停访登记表", "停访"],
        "household" => &["家庭成员关系表", "家庭成员"],
        "finding" => &["违规处理登记表", "违规处理"],
        "wage" => &["工资表", "工资单"],
        _ => &["服务记录"],
    }
}

const CUSTOMER: &[&str] = &[
    "顾客姓名",
    "姓名",
    "客户姓名",
    "客户名称",
    "名称",
    "客户",
    "顾客",
    "会员姓名",
    "户名",
    "联系人",
    "收件人",
    "受访人",
    "回访客户",
];
const PHONE: &[&str] = &[
    "电话",
    "手机",
    "手机号",
    "手机号码",
    "联系电话",
    "电话号码",
    "联系方式",
    "联系手机",
    "移动电话",
    "固定电话",
    "座机",
    "家庭电话",
    "住家电话",
    "行动电话",
    "联络电话",
];
const STAFF: &[&str] = &[
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
];
const NOTE: &[&str] = &["备注", "备注说明", "说明", "附注"];
const BOXES: &[&str] = &["盒数", "数量", "销售数量", "件数", "箱数", "销量"];
const AMOUNT: &[&str] = &["金额", "总金额", "销售额", "应收金额", "实收金额", "价格", "总价", "合计金额"];
const RESULT: &[&str] = &["结果", "回访结果", "回访状态"];

/// The headings people write over a field, first the template's.
pub fn headings(kind: &str, field: &str) -> &'static [&'static str] {
    match (kind, field) {
        ("staff", "staff_id") => &["工号", "员工编号", "员工号"],
        ("staff", "name") => &["姓名"],
        ("staff", "role") => &["岗位", "职务", "职位"],
        (_, "department") => &["部门", "所属部门", "处理部门", "责任部门"],
        (_, "hired") => &["入职日期", "入职时间"],
        (_, "left") => &["离职日期", "离职时间"],
        (_, "monthly_wage") => &["月工资"],
        (_, "from") => &["生效日期"],
        (_, "month") => &["月份"],
        (_, "payable") => &["应发工资"],
        (_, "base") => &["计薪基数"],
        ("wage", "staff") => &["员工", "工号"],
        ("signup", "at") => &[
            "报名时间",
            "登记日期",
            "登记时间",
            "报名日期",
            "记录时间",
            "填写日期",
            "建档日期",
            "建立日期",
            "注册日期",
            "申请日期",
            "创建时间",
            "录入时间",
        ],
        ("preheat", "at") => &["预热时间"],
        ("invite", "at") => &["邀约时间"],
        ("attendance", "at") => &["签到时间", "签到日期", "到会时间"],
        ("sale", "at") => &["出货日期"],
        ("return", "at") => &["退货日期"],
        ("visit", "at") => &["回访日期", "回访时间", "本次回访时间", "跟进时间"],
        ("expert_call", "at") => &["回访日期", "回访时间"],
        ("supervision", "at") => &["电话日期"],
        ("complaint", "at") => &["投诉日期", "投诉时间"],
        ("assignment", "at") => &["分配日期"],
        ("handover", "at") => &["交接日期"],
        ("stop", "at") => &["停访日期"],
        ("household", "at") => &["登记日期"],
        ("finding", "at") => &["认定日期"],
        ("complaint", "customer") => &["顾客姓名", "姓名", "客户姓名"],
        (_, "customer") => CUSTOMER,
        (_, "phone") => PHONE,
        (_, "alt_phone") => &["其他电话"],
        (_, "channel") => &["来源", "来源渠道", "客户来源", "资源来源", "渠道", "渠道来源"],
        ("attendance", "staff") => &["邀请专员", "专员", "业务员"],
        ("supervision", "staff") => &["部长", "部门经理", "部门负责人", "主管", "上级主管", "地区经理"],
        ("assignment", "staff") => &["接收专员"],
        ("handover", "staff") => &["交出人"],
        ("finding", "staff") => &["责任人"],
        (_, "staff") => STAFF,
        (_, "taken_by") => &["登记人"],
        (_, "referrer") => &["介绍人"],
        (_, "referrer_phone") => &["介绍人电话"],
        (_, "household") => &["家庭编号"],
        (_, "reported") => &["上报日期"],
        (_, "entered") => &["录入日期", "录入时间"],
        (_, "entered_by") => &["录入人", "操作员"],
        (_, "stamped") => &["盖章"],
        (_, "method") => &["方式", "回访方式", "回访形式", "跟进方式"],
        ("visit" | "expert_call", "note") => &["备注", "备注说明", "说明", "附注", "回访备注", "回访意见"],
        (_, "note") => NOTE,
        (_, "event") => &["会议"],
        (_, "spoke") => &["是否发言"],
        (_, "product") => &["产品", "产品名称", "商品", "商品名称", "品名"],
        (_, "boxes") => BOXES,
        (_, "amount") => AMOUNT,
        ("expert_call", "expert") => &["专家"],
        (_, "expert") => &["咨询专家"],
        (_, "place") => &["出货地点"],
        (_, "handed_in") => &["名单上交日期"],
        (_, "handed_in_by") => &["交单人"],
        ("staff", "reason") => &["离职原因"],
        (_, "reason") => &["原因"],
        (_, "accompanied_by") => &["陪同专家"],
        (_, "signed") => &["本人签名"],
        (_, "submitted") => &["交回日期"],
        ("preheat" | "supervision", "result") => &["结果"],
        (_, "task") => &["回访单号"],
        (_, "result") => RESULT,
        (_, "satisfaction") => &["满意度", "服务满意度", "整体满意度", "评价等级", "回访评分"],
        ("expert_call", "problem") => &["有无问题"],
        (_, "problem") => &["问题"],
        (_, "relayed") => &["告知专员日期"],
        (_, "needs_visit") => &["需上门"],
        (_, "visited") => &["是否上门"],
        (_, "complainant") => &["投诉人"],
        (_, "subject") => &["事由", "投诉内容", "投诉事项", "问题描述"],
        (_, "against") => &["被投诉人"],
        ("assignment", "decided_by") => &["分配人"],
        (_, "decided_by") => &["认定人"],
        (_, "received_by") => &["接收人"],
        (_, "resumed") => &["恢复日期"],
        (_, "related_phone") => &["亲属电话"],
        (_, "relation") => &["关系"],
        (_, "offence") => &["违规类别"],
        (_, "customers") => &["顾客数"],
        (_, "severe") => &["情节严重"],
        (_, "violation") => &["违规编号"],
        (_, "verdict") => &["处理意见"],
        _ => &[],
    }
}

/// Columns that no ledger knows.
pub const FURTHER: [&str; 8] = ["序号", "会员卡号", "微信号", "分公司", "审核", "家中人口", "邮政编码", "身体状况"];

/// The spellings of a word of a closed list. None: the field has no such list.
pub fn spellings(kind: &str, field: &str, id: &str) -> &'static [&'static str] {
    match (kind, field, id) {
        (_, "channel", "flyer") => &["单子", "flyer", "單子"],
        (_, "channel", "scattered") => &["散收", "Scattered"],
        (_, "channel", "store") => &["专卖店回馈", "专卖店", "回馈", "專賣店回饋", "专卖店 回馈"],
        (_, "channel", "phone_response") => &["电话回馈", "電話回饋"],
        (_, "channel", "community") => &["社区", "社區"],
        (_, "channel", "referral") => &["转介", "轉介"],
        (_, "channel", "other") => &["其他", ""],
        (_, "role", "specialist") => &["服务专员", "specialist"],
        (_, "role", "expert") => &["咨询专家"],
        (_, "role", "manager") => &["部门经理"],
        (_, "role", "clerk") => &["数据员"],
        (_, "method", "home") => &["上门", "面谈"],
        (_, "method", "phone") => &["电话", "電話"],
        (_, "method", "other") => &["微信", "短信", "邮件", "other"],
        (_, "result", "reached") => &["已接通", "已完成"],
        (_, "result", "no_answer") => &["未接", "未接通"],
        (_, "result", "wrong_number") => &["空号"],
        (_, "result", "refused") => &["拒访"],
        (_, "result", "postponed") => &["改约", "需再次跟进"],
        (_, "place", "meeting") => &["会场", ""],
        (_, "place", "store") => &["专卖店"],
        (_, "place", "home") => &["上门"],
        (_, "place", "phone") => &["电话"],
        ("stop", "reason", "deceased") => &["去世"],
        ("stop", "reason", "moved") => &["搬离"],
        ("stop", "reason", "refuses") => &["拒访"],
        ("stop", "reason", "no_contact") => &["要求勿扰"],
        ("stop", "reason", "returned") => &["退货"],
        ("stop", "reason", "other") => &["其他"],
        (_, "satisfaction", "5") => &["非常满意", "好", "５"],
        (_, "satisfaction", "4") => &["满意", "较好"],
        (_, "satisfaction", "3") => &["一般"],
        (_, "satisfaction", "2") => &["不满意", "较差"],
        (_, "satisfaction", "1") => &["非常不满意", "差"],
        (_, "verdict", "confirm") => &["属实"],
        (_, "verdict", "waive") => &["免予处理"],
        (_, "signed", "yes") => &["本人", "手印", "是", "√"],
        (_, "signed", "no") => &["家属代签", "拒签", "无", "否", ""],
        (_, "stamped" | "spoke" | "problem" | "needs_visit" | "visited" | "severe", "yes") => {
            &["是", "有", "√", "Y", "1", "true", "TRUE", "ｙ", "１"]
        }
        ("expert_call", "problem", "no") | (_, "stamped" | "spoke" | "needs_visit" | "visited" | "severe", "no") => {
            &["否", "无", "無", "×", "N", "0", "false", "FALSE", ""]
        }
        _ => &[],
    }
}

/// A heading as somebody in a hurry, in Taiwan, or with a form of their own writes it.
pub fn decorated(heading: &str, dice: &mut Dice) -> String {
    let mut text = if dice.chance(15) { traditional(heading) } else { heading.to_owned() };
    let is_chinese = !heading.is_ascii();
    if is_chinese && dice.chance(12) {
        let at = text.char_indices().nth(1).map_or(0, |(at, _)| at);
        let space = dice.pick(&[" ", "\u{3000}", "  ", "\t", "\n", "\u{a0}"]);
        text.insert_str(at, space);
    }
    if dice.chance(12) {
        text.push_str(dice.pick(&["：", ":", " ", "\u{3000}", "（必填）", "(必填)", "\t", " *"]));
    }
    if dice.chance(8) {
        text.insert_str(0, dice.pick(&[" ", "*", "\u{3000}"]));
    }
    let unit = match heading {
        "金额" | "总金额" | "月工资" | "应发工资" | "计薪基数" => {
            dice.pick(&["(元)", "（元）", "[元]"])
        }
        "盒数" | "数量" => dice.pick(&["（盒）", "(盒)"]),
        _ => "",
    };
    if !unit.is_empty() && dice.chance(30) {
        text.push_str(unit);
    }
    if is_chinese && !text.contains('\n') && dice.chance(6) {
        text.push_str(match heading {
            "电话" => "\nPhone",
            "部门" => "\nDepartment",
            "姓名" | "客户姓名" => "\nName",
            _ => "\n",
        });
    }
    text
}

/// The same in traditional characters.
pub fn traditional(text: &str) -> String {
    const PAIRS: &str = "电電话話户戶顾顧号號码碼联聯络絡动動专專员員务務业業销銷责責经經办辦访訪导導购購来來报報时時间間记記录錄写寫档檔\
        创創请請产產数數额額总總价價应應实實进進结結状狀态態备備说說满滿评評处處问問题題签簽会會场場与與离離职職类類别別资資绍紹关關系係\
        属屬亲親单單约約预預热熱货貨递遞转轉给給区區归歸还還违違规規认認确確严嚴节節补補发發门門馈饋编編议議诉訴监監长長营營岗崗谈談邮郵讯訊";
    let pairs: Vec<char> = PAIRS.chars().collect();
    let of = |c: char| pairs.chunks(2).find(|pair| pair[0] == c).map_or(c, |pair| pair[1]);
    text.chars().map(of).collect()
}
