//! The columns of every kind of ledger and the headings people write over them.
//!
//! The first heading of a column is the one a template uses. All are written as [`crate::ingest::text::fold::word`] leaves them.

mod words;

use crate::domain::Kind;
use crate::ingest::sheet::field::Field;
use words::*;

/// A column of a ledger.
#[derive(Debug, Clone, Copy)]
pub struct LedgerColumn {
    /// What it holds.
    pub field: Field,
    /// Whether the ledger cannot be read without it.
    pub required: bool,
    /// Its headings, the best first.
    pub headings: &'static [&'static [&'static str]],
}

impl LedgerColumn {
    /// The heading a template uses.
    pub fn heading(&self) -> &'static str {
        self.headings.iter().flat_map(|group| group.iter()).next().copied().unwrap_or(self.field.id())
    }
}

/// The Chinese name of the ledger.
pub const fn chinese(kind: Kind) -> &'static str {
    match kind {
        Kind::Staff => "员工花名册",
        Kind::Wage => "工资表",
        Kind::Signup => "新增资源一览表",
        Kind::Preheat => "预热情况统计表",
        Kind::Invite => "邀约登记表",
        Kind::Attendance => "到会签到表",
        Kind::Sale => "出货名单",
        Kind::Return => "退货登记表",
        Kind::Visit => "客户回访表",
        Kind::ExpertCall => "专家电话回访表",
        Kind::Supervision => "部长监督电话登记表",
        Kind::Complaint => "投诉登记表",
        Kind::Assignment => "资源分配登记表",
        Kind::Handover => "离职交接表",
        Kind::Stop => "停访登记表",
        Kind::Household => "家庭成员关系表",
        Kind::Finding => "违规处理登记表",
        Kind::Service => "服务记录",
    }
}

/// Words in the name of a file or sheet, or in the title above a table, that speak for a kind.
pub const fn name_words(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Staff => &["员工花名册", "花名册", "员工表", "员工名单", "roster"],
        Kind::Wage => &["工资表", "工资单", "薪资表", "工资", "薪资", "wages"],
        Kind::Signup => &["新增资源一览表", "新增资源", "资源一览", "资源表", "报名", "signups"],
        Kind::Preheat => &["预热情况统计表", "预热", "preheats"],
        Kind::Invite => &["邀约登记表", "邀约", "邀请", "invites", "invitation", "invitations"],
        Kind::Attendance => &["到会签到表", "到会", "签到", "attendances"],
        Kind::Sale => &["出货名单", "出货", "销售", "sales"],
        Kind::Return => &["退货登记表", "退货", "returns"],
        Kind::Visit => &["客户回访表", "客户回访", "顾客回访", "回访", "visits"],
        Kind::ExpertCall => {
            &["专家电话回访表", "专家电话回访", "专家回访", "专家电话", "expertcall", "expertcalls", "expert_calls"]
        }
        Kind::Supervision => &["部长监督电话登记表", "部长监督", "监督电话", "监督", "supervisions"],
        Kind::Complaint => &["投诉登记表", "投诉", "complaints"],
        Kind::Assignment => &["资源分配登记表", "资源分配", "分配", "assignments"],
        Kind::Handover => &["离职交接表", "离职交接", "交接", "handovers"],
        Kind::Stop => &["停访登记表", "停访", "stops"],
        Kind::Household => &["家庭成员关系表", "家庭成员", "家庭关系", "亲属关系", "households"],
        Kind::Finding => &["违规处理登记表", "违规处理", "违规", "findings"],
        Kind::Service => &["服务记录", "services"],
    }
}

const fn need(field: Field, headings: &'static [&'static [&'static str]]) -> LedgerColumn {
    LedgerColumn { field, required: true, headings }
}

const fn may(field: Field, headings: &'static [&'static [&'static str]]) -> LedgerColumn {
    LedgerColumn { field, required: false, headings }
}

const CUSTOMER_COLUMN: LedgerColumn = may(Field::Customer, &[CUSTOMER]);
const PHONE_COLUMN: LedgerColumn = need(Field::Phone, &[PHONE]);

/// The columns of that kind of ledger, in the order of the documentation.
#[rustfmt::skip]
pub const fn columns(kind: Kind) -> &'static [LedgerColumn] {
    use Field::*;
    match kind {
        Kind::Staff => const { &[
            need(StaffId, &[STAFF_NUMBER]),
            need(Name, &[STAFF_NAME]),
            may(Role, &[&["岗位", "职务", "职位", "岗位名称", "职称", "position"]]),
            may(Department, &[DEPARTMENT, &["所在部门", "部门名称", "科室", "门店"]]),
            may(Hired, &[&["入职日期", "入职时间", "入司日期", "到岗日期", "hiredate"]]),
            may(Left, &[&["离职日期", "离职时间", "离岗日期", "leavedate", "lastday"]]),
            may(Reason, &[&["离职原因", "原因"]]),
            may(Employment, &[&["用工类型", "用工形式", "用工性质", "员工类型", "员工性质"]]),
            may(Wage, &[&["月工资", "月薪", "工资", "薪资", "底薪", "基本工资", "月度薪酬", "wage"]]),
            may(State, &[&["状态", "在职状态", "员工状态", "人员状态", "任职状态", "工作状态", "status"]]),
            may(From, &[&["生效日期", "生效时间", "effectivedate"]]),
        ] },
        Kind::Wage => const { &[
            // Where a sheet gives the number and the name, the number says who it is and the name must agree.
            need(Staff, &[&["员工"], STAFF_NUMBER, STAFF_NAME]),
            need(Month, &[&["月份", "工资月份", "所属月份", "计薪月份", "年月"]]),
            may(Payable, &[&["应发工资", "应发合计", "应发金额", "应发"]]),
            may(Base, &[&["计薪基数", "工资基数", "计薪工资", "基数"]]),
            may(Name, &[STAFF_NAME]),
        ] },
        Kind::Signup => const { &[
            need(At, &[&["报名时间", "报名日期", "登记日期", "登记时间", "记录时间", "填写日期", "建档日期", "建立日期", "注册日期",
                "申请日期", "创建时间", "录入时间", "注册时间", "申请时间", "填写时间", "创建日期", "添加时间", "建档时间",
                "signupdate", "registrationdate"], DATE]),
            CUSTOMER_COLUMN,
            PHONE_COLUMN,
            may(AltPhone, &[&["其他电话", "其它电话", "备用电话", "备用手机", "备用号码", "第二电话", "电话2", "手机2"]]),
            may(Channel, &[&["来源", "来源渠道", "客户来源", "顾客来源", "资源来源", "渠道", "渠道来源", "信息来源", "获客渠道", "客户渠道",
                "source"]]),
            may(Staff, &[STAFF, &["单子专员", "报名专员"]]),
            may(TakenBy, &[&["登记人", "登记员", "接待人"]]),
            may(Referrer, &[&["介绍人", "介绍人姓名", "转介人", "转介绍人", "推荐人", "推荐人姓名"]]),
            may(ReferrerPhone, &[&["介绍人电话", "介绍人手机", "转介人电话", "推荐人电话"]]),
            may(Household, &[&["家庭编号", "家庭号", "家庭编码"]]),
            may(Reported, &[REPORTED]),
            may(Entered, &[ENTERED]),
            may(EnteredBy, &[ENTERED_BY]),
            may(Stamped, &[STAMPED]),
            may(Gender, &[&["性别", "sex"]]),
            may(Birthday, &[&["生日", "出生日期", "出生年月", "出生年月日"]]),
            may(Age, &[&["年龄", "周岁"]]),
            may(Address, &[&["地址", "详细地址", "家庭住址", "居住地址", "居住住址", "现居住地", "通讯地址", "联络地址",
                "收货地址", "住址", "家庭地址", "联系地址", "住宅地址", "现住址"]]),
            may(Occupation, &[&["职业"]]),
            may(Income, &[&["收入", "月收入"]]),
            may(Interests, &[&["兴趣", "爱好", "兴趣爱好"]]),
        ] },
        Kind::Preheat => const { &[
            need(At, &[&["预热时间", "预热日期", "preheatdate"], DATE]),
            CUSTOMER_COLUMN,
            PHONE_COLUMN,
            need(Staff, &[STAFF, &["预热人", "预热专员"]]),
            may(Method, &[&["方式", "预热方式"], METHOD]),
            may(Result, &[OUTCOME, &["预热结果"]]),
            may(Reported, &[REPORTED]),
            may(Stamped, &[STAMPED]),
            may(Task, &[TASK]),
            may(Note, &[NOTE, &["预热情况"]]),
        ] },
        Kind::Invite => const { &[
            need(At, &[&["邀约时间", "邀约日期", "邀请时间", "邀请日期", "invitedate", "invitationdate"], DATE]),
            CUSTOMER_COLUMN,
            PHONE_COLUMN,
            need(Staff, &[STAFF, &["邀约人", "邀约专员", "邀请人", "邀请专员"]]),
            may(Event, &[EVENT]),
        ] },
        Kind::Attendance => const { &[
            need(At, &[&["签到时间", "签到日期", "到会时间", "到会日期", "参会时间", "参会日期", "到场时间", "到店时间", "接收时间",
                "attendancedate"], DATE]),
            CUSTOMER_COLUMN,
            PHONE_COLUMN,
            may(Staff, &[&["邀请专员", "邀请人", "邀约专员", "邀约人"], STAFF]),
            may(Event, &[EVENT]),
            may(Spoke, &[&["是否发言", "发言"]]),
        ] },
        Kind::Sale => const { &[
            need(At, &[&["出货日期", "出货时间", "销售日期", "销售时间", "购买日期", "成交日期", "下单日期", "下单时间", "订单日期",
                "消费日期", "消费时间", "购药时间", "购货日期", "开单日期", "发货日期", "出库日期", "交易日期", "成交时间",
                "支付时间", "saledate", "salesdate", "orderdate"], DATE]),
            CUSTOMER_COLUMN,
            PHONE_COLUMN,
            may(Product, &[&["产品", "产品名称", "商品", "商品名称", "品名", "购买产品", "产品名", "品种", "货品", "货名"]]),
            may(Boxes, &[BOXES, &["出货盒数", "购买盒数", "购买数量", "订购数量", "出库数量", "套数", "瓶数"]]),
            may(Amount, &[AMOUNT, &["消费金额", "成交金额", "成交价", "订单金额", "订单总金额", "商品金额", "货款", "合计", "总额",
                "实收", "实付金额", "销售金额"]]),
            need(Staff, &[STAFF]),
            may(Expert, &[EXPERT]),
            may(Place, &[&["出货地点", "销售地点", "地点"]]),
            may(Event, &[EVENT]),
            may(HandedIn, &[&["名单上交日期", "名单上交时间", "上交日期"]]),
            may(HandedInBy, &[&["交单人", "上交人"]]),
            may(Entered, &[ENTERED]),
            may(EnteredBy, &[ENTERED_BY]),
            may(ToExpert, &[&["转交专家日期", "转专家日期"]]),
        ] },
        Kind::Return => const { &[
            need(At, &[&["退货日期", "退货时间", "退款日期", "退回日期", "returndate"], DATE]),
            CUSTOMER_COLUMN,
            PHONE_COLUMN,
            need(Boxes, &[&["盒数", "退货盒数", "退货数量", "退货数", "退回数量"], BOXES]),
            may(Amount, &[&["金额", "退货金额", "退款金额"], AMOUNT]),
            may(Staff, &[STAFF]),
            may(Reason, &[&["原因", "退货原因"]]),
        ] },
        Kind::Visit => const { &[
            need(At, &[VISIT_DATE, &["上门日期", "拜访日期", "上门时间", "拜访时间", "联系时间", "沟通时间", "visitdate"], DATE]),
            CUSTOMER_COLUMN,
            PHONE_COLUMN,
            need(Staff, &[STAFF, &["回访专员"]]),
            may(Method, &[METHOD]),
            may(Accompanied, &[&["陪同专家", "陪同人", "陪同人员"]]),
            may(Signed, &[&["本人签名", "顾客签名", "客户签名", "签名"]]),
            may(Submitted, &[&["交回日期", "交回时间", "交表日期"]]),
            may(Result, &[RESULT]),
            may(NextAt, &[NEXT]),
            may(Satisfaction, &[&["满意度", "服务满意度", "整体满意度", "评价等级", "回访评分", "客户满意度",
                "顾客满意度", "满意程度", "是否满意"]]),
            may(Problem, &[&["问题", "存在问题", "顾客问题", "客户问题"]]),
            may(Task, &[TASK]),
            may(Note, &[NOTE, VISIT_NOTE]),
        ] },
        Kind::ExpertCall => const { &[
            need(At, &[VISIT_DATE, &["通话日期", "通话时间", "电话日期", "电话时间", "calldate"], DATE]),
            CUSTOMER_COLUMN,
            PHONE_COLUMN,
            need(Expert, &[&["专家", "咨询专家", "专家姓名", "回访专家"], &["回访人", "回访人员"]]),
            may(Problem, &[&["有无问题", "是否有问题", "问题"]]),
            may(Relayed, &[&["告知专员日期", "告知日期", "告知专员时间"]]),
            may(NeedsVisit, &[&["需上门", "是否需上门", "是否需要上门", "需要上门"]]),
            may(Solved, &[&["解决日期", "解决时间"]]),
            may(Result, &[RESULT]),
            may(NextAt, &[NEXT]),
            may(Task, &[TASK]),
            may(Note, &[NOTE, VISIT_NOTE]),
        ] },
        Kind::Supervision => const { &[
            need(At, &[&["电话日期", "电话时间", "监督日期", "监督时间", "calldate"], DATE]),
            CUSTOMER_COLUMN,
            PHONE_COLUMN,
            need(Staff, &[&["部长", "部门经理", "经理", "部门负责人", "主管", "上级主管", "地区经理"], STAFF]),
            may(Visited, &[&["是否上门", "是否已上门", "上门"]]),
            may(Result, &[OUTCOME]),
            may(Task, &[TASK]),
            may(Note, &[NOTE]),
        ] },
        Kind::Complaint => const { &[
            need(At, &[&["投诉日期", "投诉时间", "接收时间", "complaintdate"], DATE]),
            may(Complainant, &[&["投诉人", "投诉人姓名"]]),
            CUSTOMER_COLUMN,
            may(Phone, &[PHONE]),
            may(Subject, &[&["事由", "投诉内容", "投诉事项", "投诉事由", "问题描述", "投诉原因", "投诉问题"]]),
            may(Against, &[&["被投诉人", "投诉对象", "被投诉员工"]]),
            may(Resolved, &[&["处理完结日期", "完结日期", "处理时间", "处理日期"]]),
            may(FollowedUp, &[&["投诉回访日期", "投诉回访时间", "回访日期"]]),
        ] },
        Kind::Assignment => const { &[
            need(At, &[&["分配日期", "分配时间", "assignmentdate"], DATE]),
            CUSTOMER_COLUMN,
            PHONE_COLUMN,
            need(Staff, &[&["接收专员", "接收人"], STAFF]),
            may(DecidedBy, &[&["分配人", "决定人"]]),
        ] },
        Kind::Handover => const { &[
            need(At, &[&["交接日期", "交接时间", "handoverdate"], DATE]),
            CUSTOMER_COLUMN,
            PHONE_COLUMN,
            need(Staff, &[&["交出人", "移交人", "交接人"], STAFF]),
            may(ReceivedBy, &[&["接收人", "接手人", "接收专员"]]),
        ] },
        Kind::Stop => const { &[
            need(At, &[&["停访日期", "停访时间", "stopdate"], DATE]),
            CUSTOMER_COLUMN,
            PHONE_COLUMN,
            need(Reason, &[&["原因", "停访原因", "停访理由", "停止原因"]]),
            may(Resumed, &[&["恢复日期", "恢复时间"]]),
        ] },
        Kind::Household => const { &[
            need(Phone, &[PHONE]),
            need(RelatedPhone, &[&["亲属电话", "亲属手机", "家属电话", "家属手机", "家人电话"]]),
            may(Relation, &[&["关系", "亲属关系", "与本人关系"]]),
            may(At, &[&["登记日期", "登记时间"], DATE]),
        ] },
        Kind::Finding => const { &[
            need(At, &[&["认定日期", "认定时间", "findingdate"], DATE]),
            need(Staff, &[&["责任人"], STAFF]),
            need(Offence, &[&["违规类别", "违规类型", "违规事项"]]),
            may(Concerning, &[&["涉及员工", "涉及人员"]]),
            may(Phone, &[PHONE]),
            may(Customers, &[&["顾客数", "客户数", "涉及顾客数"]]),
            may(Boxes, &[BOXES]),
            may(Amount, &[&["金额", "处理金额"], AMOUNT]),
            may(Severe, &[&["情节严重", "是否情节严重"]]),
            may(Violation, &[&["违规编号", "违规单号"]]),
            may(Verdict, &[&["处理意见", "处理结果"]]),
            may(DecidedBy, &[&["认定人"]]),
            may(Note, &[NOTE]),
        ] },
        Kind::Service => const { &[
            need(At, &[&["服务日期", "服务时间", "办理日期", "办理时间", "servicedate"], DATE]),
            CUSTOMER_COLUMN,
            PHONE_COLUMN,
            need(Type, &[&["事项", "服务事项", "事项类型", "服务类型", "服务项目"]]),
            may(Staff, &[STAFF]),
            may(Department, &[DEPARTMENT]),
            may(Expires, &[&["到期日", "到期日期", "到期时间"]]),
            may(Amount, &[AMOUNT]),
            may(Note, &[NOTE]),
        ] },
    }
}

/// The heading a template uses for that field of that kind.
pub fn heading(kind: Kind, field: Field) -> &'static str {
    columns(kind).iter().find(|column| column.field == field).map_or(field.id(), LedgerColumn::heading)
}
