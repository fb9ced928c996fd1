//! What elements of the standard are called in words: a file names them by its own.

/// By the name in a file, in Vietnamese and in English.
const KINDS: [(&str, &str, &str); 38] = [
    ("startEvent", "chỗ bắt đầu", "beginning"),
    ("endEvent", "chỗ kết thúc", "end"),
    ("intermediateCatchEvent", "chỗ chờ giữa quy trình", "wait on the way"),
    ("intermediateThrowEvent", "chỗ báo giữa quy trình", "telling on the way"),
    ("boundaryEvent", "điều được chờ gắn ở một bước", "wait attached to a step"),
    ("implicitThrowEvent", "chỗ báo ngầm", "implicit telling"),
    ("cancelEventDefinition", "chỗ hủy cả nhóm việc", "place where a whole group of steps is cancelled"),
    ("task", "công việc", "task"),
    ("userTask", "công việc của người", "user task"),
    ("manualTask", "công việc thủ công", "manual task"),
    ("serviceTask", "công việc của hệ thống", "service task"),
    ("businessRuleTask", "công việc tính theo công thức", "task worked out by a formula"),
    ("scriptTask", "công việc chạy mã lệnh", "script task"),
    ("sendTask", "công việc gửi", "send task"),
    ("receiveTask", "công việc nhận", "receive task"),
    ("subProcess", "nhóm bước (quy trình con)", "group of steps (sub-process)"),
    ("adHocSubProcess", "nhóm bước làm theo thứ tự tùy ý", "group of steps in any order"),
    (
        "transaction",
        "nhóm bước làm hết hoặc không làm gì (giao dịch)",
        "group of steps done whole or not at all (transaction)",
    ),
    ("callActivity", "bước gọi quy trình khác", "call of another process"),
    ("exclusiveGateway", "chỗ chọn một nhánh", "place where one way is chosen"),
    ("parallelGateway", "chỗ làm cùng lúc", "place where ways are taken at once"),
    ("inclusiveGateway", "chỗ chọn một hay nhiều nhánh", "place where one or several ways are chosen"),
    (
        "eventBasedGateway",
        "chỗ chờ xem điều nào xảy ra trước",
        "place where it is waited to see what comes first",
    ),
    ("complexGateway", "chỗ rẽ nhánh theo quy tắc riêng", "place where ways are chosen by a rule of its own"),
    ("multiInstanceLoopCharacteristics", "làm cho nhiều đối tượng", "doing it for each of several"),
    ("standardLoopCharacteristics", "làm lặp lại", "doing it again"),
    ("choreographyTask", "công việc phối hợp giữa các bên", "choreography task"),
    ("subChoreography", "nhóm công việc phối hợp", "sub-choreography"),
    ("dataObject", "dữ liệu", "data object"),
    ("dataObjectReference", "dữ liệu", "data object"),
    ("dataStoreReference", "kho dữ liệu", "data store"),
    ("dataInput", "dữ liệu vào", "data input"),
    ("dataOutput", "dữ liệu ra", "data output"),
    ("property", "thuộc tính", "property"),
    ("textAnnotation", "ghi chú", "text annotation"),
    ("group", "khung nhóm", "group"),
    ("messageFlow", "mũi tên gửi giữa các bên", "arrow between parties"),
    ("conversation", "trao đổi giữa các bên", "conversation"),
];

/// What an element is called, in Vietnamese and in English.
pub(crate) fn kind(name: &str) -> (&'static str, &'static str) {
    let found = KINDS.iter().find(|(own, ..)| *own == name);
    found.map_or(("phần tử không rõ loại", "element of an unknown kind"), |(_, vi, en)| (*vi, *en))
}
