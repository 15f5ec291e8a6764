use super::*;

fn property<'s>(schema: &'s Value, definition: &str, name: &str) -> &'s Value {
    &schema["$defs"][definition]["properties"][name]
}

#[test]
fn nothing_is_nullable() {
    assert!(!schema().to_string().contains("\"null\""));
}

#[test]
fn optional_fields_are_not_required() {
    let schema = schema();
    let required = |definition: &str| schema["$defs"][definition]["required"].clone();
    assert_eq!(
        required("Annotation"),
        json!(["id", "kind", "plugin", "rule", "parts"])
    );
    assert_eq!(
        required("Diagnostic"),
        json!(["severity", "code", "message"])
    );
    assert_eq!(
        property(&schema, "Diagnostic", "plugin")["type"],
        json!("string")
    );
}

#[test]
fn acts_come_from_the_model() {
    let schema = schema();
    let act = property(&schema, "AttributionAttributes", "act");
    assert_eq!(act["$ref"], "#/$defs/Act");
    assert_eq!(schema["$defs"]["Act"]["enum"], json!(ACTS));
    let required = &schema["$defs"]["AttributionAttributes"]["required"];
    assert_eq!(required, &Value::Null);
}

#[test]
fn every_standard_kind_has_its_attributes_and_others_are_open() {
    let schema = schema();
    let conditions = schema["$defs"]["Annotation"]["allOf"].as_array().unwrap();
    assert_eq!(conditions.len(), 4);
    let open = &schema["$defs"]["HedgeAttributes"]["additionalProperties"];
    assert_eq!(open["$ref"], "#/$defs/AttributeValue");
}
