//! The host's log.
#![allow(unsafe_code)]

use std::sync::atomic::{AtomicPtr, Ordering};

use crate::{Severity, abi};

/// The host that loaded this library; set before any extractor is made.
static HOST: AtomicPtr<abi::Host> = AtomicPtr::new(std::ptr::null_mut());

pub(crate) fn remember(host: *const abi::Host) {
    HOST.store(host.cast_mut(), Ordering::Release);
}

/// Writes a line to the host's log. Does nothing outside a host.
///
/// ```
/// use sayso_plugin::{Severity, log};
/// log(Severity::Info, "the word list has no nouns");
/// ```
pub fn log(severity: Severity, message: &str) {
    let host = HOST.load(Ordering::Acquire);
    let severity = match severity {
        Severity::Info => abi::SEVERITY_INFO,
        Severity::Warning => abi::SEVERITY_WARNING,
        Severity::Error => abi::SEVERITY_ERROR,
    };
    if !host.is_null() {
        // SAFETY: the host struct lives as long as the plugin is loaded.
        unsafe { ((*host).log)((*host).context, severity, abi::Str::new(message)) }
    }
}

/// Whether the host has given up on this run; a long computation should then return.
///
/// ```
/// for _round in 0..1000 {
///     if sayso_plugin::cancelled() {
///         break;
///     }
/// }
/// ```
pub fn cancelled() -> bool {
    let host = HOST.load(Ordering::Acquire);
    // SAFETY: the host struct lives as long as the plugin is loaded.
    !host.is_null() && unsafe { ((*host).cancelled)((*host).context) } != 0
}
