//! What people write over columns, and the fields it means.

use super::*;

fn fields(kind: Kind, heading: &str) -> Vec<Field> {
    let found = Headings::default().meanings(heading);
    found.into_iter().filter(|meaning| meaning.kind == kind).map(|meaning| meaning.field).collect()
}

#[test]
fn every_heading_is_written_as_folding_leaves_it() {
    for kind in Kind::ALL {
        for column in kind.columns() {
            for heading in column.headings.iter().flat_map(|group| group.iter()) {
                assert_eq!(plain(heading), *heading);
            }
        }
        for word in kind.ledger().named {
            assert_eq!(fold::word(word), *word);
        }
    }
}

#[test]
fn brackets_behind_brackets_are_left_out_too() {
    assert_eq!(fields(Kind::Staff, "月工资（必填）(元)"), fields(Kind::Staff, "月工资"));
    assert_eq!(fields(Kind::Staff, "月工资（必填）(元)").len(), 1);
}

#[test]
fn spellings_of_one_heading_meet() {
    for heading in [
        "电话",
        "電話",
        " 电 话：",
        "电话（必填）",
        "*电话",
        "电话\nPhone",
        "Phone",
        "PHONE",
        "联系电话(手机)",
        "电话/手机",
        "电话[必填]",
        "ＰＨＯＮＥ",
        "Tel电话",
        "电话（11位）",
    ] {
        assert_eq!(fields(Kind::Visit, heading), [Field::Phone], "{heading}");
    }
    assert_eq!(fields(Kind::Sale, "金额(元)"), [Field::Amount]);
    assert_eq!(fields(Kind::Staff, "部门\nDepartment"), [Field::Department]);
    assert_eq!(fields(Kind::Signup, "出生年月："), [Field::Birthday]);
}

#[test]
fn brackets_that_change_the_meaning_are_no_units() {
    assert_eq!(fields(Kind::Sale, "金额(万元)"), []);
    assert_eq!(fields(Kind::Visit, "电话(家属)"), []);
    assert_eq!(fields(Kind::Visit, "姓名/电话"), []);
}

#[test]
fn one_word_means_what_its_ledger_means() {
    assert_eq!(fields(Kind::Staff, "姓名"), [Field::Name]);
    assert_eq!(fields(Kind::Visit, "姓名"), [Field::Customer]);
    assert_eq!(fields(Kind::Signup, "录入时间"), [Field::At, Field::Entered]);
    assert_eq!(fields(Kind::Sale, "录入时间"), [Field::Entered]);
    assert_eq!(fields(Kind::Complaint, "投诉人"), [Field::Complainant, Field::Customer]);
    assert_eq!(fields(Kind::Finding, "责任人"), [Field::Staff]);
}

#[test]
fn the_house_adds_words_of_its_own() {
    let house = HouseHeadings::from([
        ("staff".to_owned(), vec!["健康 顾问".to_owned()]),
        ("signup.at".to_owned(), vec!["进线日".to_owned()]),
        ("visit.note".to_owned(), vec!["说明".to_owned(), "问题".to_owned()]),
        ("visit.wage".to_owned(), vec!["工资".to_owned()]),
    ]);
    let headings = Headings::new(&house);
    let of = |kind, word| -> Vec<Field> {
        headings.meanings(word).iter().filter(|it| it.kind == kind).map(|it| it.field).collect()
    };
    assert_eq!(of(Kind::Visit, "健康顾问："), [Field::Staff]);
    assert_eq!(of(Kind::Signup, "进线日"), [Field::At]);
    assert_eq!(of(Kind::Visit, "进线日"), []);
    assert_eq!(of(Kind::Visit, "问题"), [Field::Note]);
    assert_eq!(of(Kind::ExpertCall, "问题"), [Field::Problem]);
}

#[test]
fn what_counts_or_encodes_is_neither_name_nor_telephone() {
    for heading in [
        "客户ID",
        "客户 id",
        "客户_ID",
        "客户\nID",
        "顾客(ID)",
        "客户编号",
        "客户编码",
        "客户No.",
        "会员ID",
        "姓名ID",
        "产品ID",
        "产品编码",
        "商品\tID",
        "商品Code",
        "手机IMEI",
        "手机\nIMEI",
        "手机（IMEI）",
        "手机SN",
        "IMEI",
        "电话序号",
        "序号",
        "编号",
        "Customer ID",
        "Product ID",
        "ID",
    ] {
        for kind in Kind::ALL {
            assert_eq!(fields(kind, heading), [], "{kind} {heading}");
        }
    }
    assert_eq!(fields(Kind::Visit, "电话No."), [Field::Phone]);
    assert_eq!(fields(Kind::Staff, "员工ID"), [Field::StaffId]);
}

/// What clerks write over their columns, by ledger and field.
#[rustfmt::skip]
const WRITTEN: &[(&[Kind], Field, &str)] = {
    use Field::*;
    use Kind as K;
    // Every ledger of customers that names a member of staff as its specialist.
    const STAFFED: &[Kind] = &[
        K::Signup, K::Preheat, K::Invite, K::Sale, K::Return, K::Visit, K::Supervision, K::Assignment, K::Handover, K::Service,
    ];
    const CUSTOMERS: &[Kind] = &[
        K::Signup, K::Preheat, K::Invite, K::Attendance, K::Sale, K::Return, K::Visit, K::ExpertCall, K::Supervision,
        K::Assignment, K::Handover, K::Stop, K::Service,
    ];
    &[
        (CUSTOMERS, Customer, "姓名 客户姓名 顾客姓名 客户名称 名称 客户 顾客 会员姓名 户名 联系人 收件人 受访人 回访客户"),
        (&[K::Complaint], Customer, "客户姓名 客户名称 姓名"),
        (&[K::Complaint], Complainant, "投诉人"),
        (CUSTOMERS, Customer, "客户名 顾客名称 会员名称 会员 老人姓名 收货人 收货人名称 拜访对象"),
        (CUSTOMERS, Phone, "电话 手机 手机号 手机号码 联系电话 电话号码 联系方式 联系手机 移动电话 固定电话 座机 家庭电话 住家电话"),
        (CUSTOMERS, Phone, "行动电话 联络电话 联系号码 手机电话 电话1 联系电话1 本人电话 联络方式 联系人电话 收货人电话"),
        (CUSTOMERS, Phone, "收货人手机号 MobileNumber Cell"),
        (&[K::Signup], AltPhone, "备用号码"),
        (&[K::Signup], Gender, "性别"),
        (&[K::Signup], Age, "年龄 周岁"),
        (&[K::Signup], Birthday, "生日 出生日期 出生年月 出生年月日"),
        (&[K::Signup], Address, "地址 详细地址 家庭住址 居住地址 现居住地 通讯地址 联络地址 收货地址 家庭地址 联系地址 住宅地址 现住址"),
        (&[K::Signup], Channel, "来源 来源渠道 客户来源 资源来源 渠道 渠道来源 信息来源 获客渠道 客户渠道"),
        (&[K::Signup], Referrer, "推荐人姓名"),
        (&[K::Signup], At, "登记日期 登记时间 报名时间 报名日期 记录时间 填写日期 建档日期 建立日期 注册日期 申请日期 创建时间 录入时间"),
        (&[K::Signup], At, "注册时间 申请时间 填写时间 创建日期 添加时间 建档时间"),
        (&[K::Signup, K::Sale], Entered, "录入日期 录入时间"),
        (&[K::Signup, K::Sale], EnteredBy, "录入人 操作员"),
        (STAFFED, Staff, "专员 服务专员 客户服务专员 业务员 销售员 业务人员 营销员 销售顾问 导购 经办人 责任人 跟进人 跟进人员"),
        (STAFFED, Staff, "回访人 回访人员 员工姓名 销售代表 负责人 客户经理 健康顾问 所属业务员 服务人员 跟进专员 负责专员 业务归属"),
        (&[K::Staff, K::Service], Department, "部门 所属部门 处理部门 责任部门"),
        (&[K::Supervision], Staff, "部门经理 部门负责人 主管 上级主管 地区经理"),
        (&[K::Sale], Product, "产品 产品名称 商品 商品名称 品名 购买产品 产品名 品种 货品 货名"),
        (&[K::Sale, K::Return], Boxes, "盒数 数量 销售数量 件数 箱数 销量"),
        (&[K::Sale], Boxes, "购买数量 订购数量 出库数量 套数 瓶数"),
        (&[K::Sale, K::Return], Amount, "金额 总金额 销售额 应收金额 实收金额 价格 总价 合计金额"),
        (&[K::Sale], Amount, "消费金额 成交金额 成交价 订单金额 订单总金额 商品金额 货款 合计 总额 实收 实付金额 销售金额"),
        (&[K::Sale], At, "下单日期 下单时间 订单日期 OrderDate 消费日期 消费时间 购药时间 购货日期 开单日期 发货日期 出库日期"),
        (&[K::Sale], At, "交易日期 成交时间 支付时间"),
        (&[K::Visit], At, "回访日期 回访时间 本次回访时间 跟进时间 上门时间 拜访时间 联系时间 沟通时间"),
        (&[K::Visit], Method, "回访方式 回访形式 跟进方式 沟通方式 拜访方式"),
        (&[K::Visit], Result, "回访结果 回访状态 回访情况 跟进结果 沟通结果"),
        (&[K::Visit], Note, "备注 备注说明 说明 附注 回访备注 回访意见 回访内容 跟进内容 回访记录 跟进记录 沟通内容"),
        (&[K::Visit, K::ExpertCall], NextAt, "下次联系时间 下次回访 下次跟进 下次拜访时间"),
        (&[K::Visit], Satisfaction, "满意度 服务满意度 整体满意度 评价等级 回访评分 客户满意度 顾客满意度 满意程度 是否满意"),
        (&[K::Complaint], At, "投诉日期 投诉时间"),
        (&[K::Complaint], Subject, "投诉内容 投诉事项 问题描述 投诉原因 投诉问题"),
        (&[K::Complaint], Resolved, "处理时间"),
        (&[K::Complaint], Against, "被投诉员工"),
        (&[K::Attendance], At, "签到时间 签到日期 到会时间 参会时间 参会日期 到场时间 到店时间 接收时间"),
        (&[K::Attendance, K::Invite, K::Sale], Event, "会议主题 活动名称"),
        (&[K::Return], At, "退款日期 退回日期"),
        (&[K::Return], Boxes, "退货数 退回数量"),
        (&[K::Stop], Reason, "停访理由 停止原因"),
        (&[K::Staff], StaffId, "工号 员工编号 员工号"),
        (&[K::Staff], Name, "姓名 员工名称"),
        (&[K::Staff], Role, "职务 职位 岗位 岗位名称 职称"),
        (&[K::Staff], Department, "所在部门 部门名称 科室 门店"),
        (&[K::Staff], Hired, "入职时间 入职日期 入司日期 到岗日期"),
        (&[K::Staff], Left, "离职时间 离职日期 离岗日期"),
        (&[K::Staff], Employment, "员工类型 员工性质"),
        (&[K::Staff], Wage, "薪资 底薪 基本工资 月度薪酬"),
    ]
};

#[test]
fn what_clerks_write_over_their_columns_is_known_for_its_field() {
    let mut unknown = Vec::new();
    for (kinds, field, headings) in WRITTEN {
        for (kind, heading) in kinds.iter().flat_map(|kind| headings.split(' ').map(move |it| (*kind, it))) {
            if !fields(kind, heading).contains(field) {
                unknown.push(format!("{kind} {} {heading}", field.id()));
            }
        }
    }
    assert_eq!(unknown, [""; 0]);
}

#[test]
fn shapes_of_headings_met_in_sheets() {
    for heading in
        ["部门\nDepartment", "部门\tDepartment", "部 门", "部门 ", "部门：", "部门（必填）", "部門", " 部门:\n"]
    {
        assert_eq!(fields(Kind::Staff, heading), [Field::Department], "{heading:?}");
    }
    assert_eq!(fields(Kind::Sale, "金 额（元）"), [Field::Amount]);
    assert_eq!(fields(Kind::Sale, "Order Date"), [Field::At]);
    assert_eq!(fields(Kind::Sale, "数量(盒)"), [Field::Boxes]);
    assert_eq!(fields(Kind::Signup, "客戶電話"), [Field::Phone]);
}
