/** Numbers and addresses by which a person can be found. */
const NUMBERS =
  /身份证|身份号|公民身份|证件号|手机|电话|联系(?:方式|电|方)$|联系方式|座机|固话|(?<!供)热线$|传真(?:号码?)?$|微信(?:号码?|名|昵称|二维码)?$|(?<![a-z])qq(?:号码?)?$|邮箱|电子邮件|银行卡|卡号$|[账帐]号|车牌(?:号码?)?$/;

/** Rooms; `门牌号` is an address and stays. */
const ROOMS = /房号|房间号|[室户]号$/;

/** What somebody is to a compound, a form or a dwelling. */
const ROLES = [
  "姓名|户主|联系人|出生(?:年月|日期)|签[名字]$",
  "(?:负责|责任|经办|承办|填表|填报|制表|审核|复核|审批|统计|报送|编制|校对|签发|调查|采集|录入)人$",
  "(?:代表|联络|产权(?:所有|权利)?|所有权?|权利|使用权?|承租|出租|租赁|登记|申请|委托|法定代表)人$",
  "(?:房主|屋主|房东|租客|房客)$|业主(?:姓|代表)?$",
  "(?:业主|住户|租户|居民|成员)(?:名单|名册|花名册|信息|清单)$",
  "(?:委员会|委会|物管会)(?:正|副|及|、)*(?:主任|委员|成员|组成人员|会长)$",
  "(?:主任|书记|支书|经理|会长)$|法人(?:代表|姓名)?$",
  "(?:楼栋|单元|楼门|门栋|门洞|楼|栋|幢|网格|院落|片区|小组|社区)长$|(?:网格|联络|填报|报送|专管)员$",
].join("|");
const NAMES = new RegExp(ROLES);

const LATIN =
  /^(?:.*_)?(?:phone|mobile|telephone|tel|e?mail|e-mail|id_?card|owner_?name|contact|contacts|contact_?person|wechat|room_?(?:no|number)?)(?:_.*)?$/;

/** `是否有物业经理` is answered by yes or no. */
const ASKS = /^(?:是否|有无)/;

/** Whether a normalised header announces personal data whatever stands under it. */
export function isPersonalKey(key: string): boolean {
  if (ASKS.test(key)) return false;
  return NUMBERS.test(key) || ROOMS.test(key) || NAMES.test(key) || LATIN.test(key);
}

/** Headers under which some ledgers have names and others how many they are. */
const NAMES_OR_COUNT = /(?:住户|租户|居民)$|(?:管理|协管)员$/;

/** Whether a normalised header announces names or a number of persons: its cells tell. */
export function mayNamePersons(key: string): boolean {
  return NAMES_OR_COUNT.test(key);
}

/** What stands before a colon, and a person's name or number behind it. */
const LABEL = [
  "(?:填表|填报|制表|审核|复核|审批|经办|校对|签发|联系)(?:人|员|者|领导)?",
  "(?:统计|汇总|编制|主管|分管|负责|责任|调查|采集|录入|报送|法定代表|产权)(?:人|员|领导)",
  "(?:主任|书记|经理|法人|法人代表|户主|业主|姓名|楼栋长|单元长|楼长|网格[员长])",
  "(?:电话|手机|联系方式|座机|传真|热线|邮箱|微信|QQ)(?:号码?)?",
].join("|");
const SIGNED = `(?:${LABEL})(?:签[名字章])?`;
/** Other labels that may follow without a blank. */
const OTHER = "(?:[填统制审]?[报表计核]?(?:单位|日期|时间)|地址|备注|说明|注)";
const NEXT = `(?:${SIGNED}|${OTHER}|(?<=[\\s,;。、|)），；])\\p{Script=Han}{2,10})\\s*[:：]`;
const SIGNATURE = new RegExp(
  `(${SIGNED}\\s*[:：])[^\\S\\n]*(?!${NEXT})(?!\\*\\*\\*)([^\\s:：].*?)(?=[\\s,，;；。、]*${NEXT}|\\s*$)`,
  "gmu",
);
const LABEL_ALONE = new RegExp(`${SIGNED}\\s*[:：]\\s*$`, "u");
const LABEL_ONLY = new RegExp(`^(?:单位)?${SIGNED}\\s*[:：]?\\s*$`, "u");

/** A text without what stands behind labels such as `填表人：` and `电话：`; the labels stay. */
export function hideSignatures(text: string): string {
  return /[:：]/.test(text) ? text.replace(SIGNATURE, "$1***") : text;
}

/** A text that ends in such a label: what it announces stands in the next cell. */
export function endsInLabel(text: string): boolean {
  return /[:：]\s*$/.test(text) && LABEL_ALONE.test(text);
}

/** A text that is such a label, with or without colon, and nothing else. */
export function isLabelOnly(text: string): boolean {
  return LABEL_ONLY.test(text);
}
