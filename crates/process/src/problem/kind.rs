//! What elements of the standard are called in words: a file names them by its own.

/// By the name in a file, in Vietnamese and in English.
const KINDS: [(&str, &str, &str); 38] = [
    ("startEvent", "sự kiện bắt đầu", "start event"),
    ("endEvent", "sự kiện kết thúc", "end event"),
    ("intermediateCatchEvent", "sự kiện chờ giữa quy trình", "intermediate event that waits"),
    ("intermediateThrowEvent", "sự kiện phát giữa quy trình", "intermediate event that is thrown"),
    ("boundaryEvent", "sự kiện ở viền", "event on an edge"),
    ("implicitThrowEvent", "sự kiện phát ngầm", "implicit event"),
    ("cancelEventDefinition", "sự kiện hủy giao dịch", "event that cancels a transaction"),
    ("task", "công việc", "task"),
    ("userTask", "công việc của người", "user task"),
    ("manualTask", "công việc thủ công", "manual task"),
    ("serviceTask", "công việc của hệ thống", "service task"),
    ("businessRuleTask", "công việc theo quy tắc", "business-rule task"),
    ("scriptTask", "công việc chạy mã lệnh", "script task"),
    ("sendTask", "công việc gửi", "send task"),
    ("receiveTask", "công việc nhận", "receive task"),
    ("subProcess", "quy trình con", "sub-process"),
    ("adHocSubProcess", "quy trình con tùy ý", "ad-hoc sub-process"),
    ("transaction", "giao dịch", "transaction"),
    ("callActivity", "bước gọi quy trình khác", "call of another process"),
    ("exclusiveGateway", "điểm rẽ nhánh loại trừ", "exclusive gateway"),
    ("parallelGateway", "điểm rẽ nhánh song song", "parallel gateway"),
    ("inclusiveGateway", "điểm rẽ nhánh bao hàm", "inclusive gateway"),
    ("eventBasedGateway", "điểm chờ sự kiện", "event-based gateway"),
    ("complexGateway", "điểm rẽ nhánh phức hợp", "complex gateway"),
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
    ("messageFlow", "luồng thông điệp giữa các bên", "message flow"),
    ("conversation", "trao đổi giữa các bên", "conversation"),
];

/// What an element is called, in Vietnamese and in English.
pub(crate) fn kind(name: &str) -> (&'static str, &'static str) {
    let found = KINDS.iter().find(|(own, ..)| *own == name);
    found.map_or(("phần tử không rõ loại", "element of an unknown kind"), |(_, vi, en)| (*vi, *en))
}
