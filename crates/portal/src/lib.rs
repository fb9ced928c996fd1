pub fn endpoints() -> Vec<ui::Endpoint> {
    Vec::new()
}
