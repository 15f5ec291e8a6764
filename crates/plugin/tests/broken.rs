//! A plugin whose rules cannot be made: an error for its host, not the end of the process.

use sayso_plugin::abi;
use sayso_plugin::pattern::{Pattern, word};

sayso_plugin::rule! {
    /// A rule that is never made.
    ///
    /// > [Rain]match fell.
    pub fn never_made() -> Pattern {
        let words: Vec<&'static str> = Vec::new();
        word(words.first().expect("there are words"))
    }
}

sayso_plugin::export!(kind: "rain", rules: [never_made]);

#[test]
#[allow(unsafe_code)]
fn a_rule_that_panics_is_told() {
    let mut buffer = [0u8; 200];
    let mut error = abi::Error {
        size: size_of::<abi::Error>() as u32,
        panicked: 0,
        buffer: buffer.as_mut_ptr(),
        capacity: buffer.len(),
        len: 0,
    };
    // SAFETY: the error struct and its buffer live for the call.
    let plugin = unsafe { (SAYSO_PLUGIN.get)(std::ptr::null(), &raw mut error) };
    assert!(plugin.is_null());
    assert_eq!(error.panicked, 1);
    let message = String::from_utf8_lossy(&buffer[..error.len]);
    assert_eq!(message, "there are words");
}

#[test]
#[should_panic(expected = "there are words")]
fn tests_of_the_plugin_tell_it_too() {
    sayso_plugin::testing::check_examples(&[&SAYSO_PLUGIN]);
}
