//! What the host offers to plugins: a log, a stop signal.
#![allow(unsafe_code)]

use std::ffi::c_void;
use std::io::Write;
use std::mem::size_of;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sayso_model::Severity;
use sayso_plugin::abi;

use crate::borrow;
use crate::options::Log;

/// The longest log line that is taken, in bytes.
const MAX_LINE: usize = 64 * 1024;

struct Context {
    plugin: String,
    log: Option<Log>,
    cancelled: Arc<AtomicBool>,
}

/// The functions for one plugin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Api(&'static abi::Host);

// SAFETY: the context is never changed, is Send and Sync, and lives for ever.
unsafe impl Send for Api {}
// SAFETY: as above.
unsafe impl Sync for Api {}

impl Api {
    /// Plugins are never unloaded and may keep the pointer, so this is never freed: some
    /// hundred bytes for each plugin that is loaded.
    pub(crate) fn new(plugin: &str, log: Option<Log>, cancelled: Arc<AtomicBool>) -> Self {
        let context: &'static Context = Box::leak(Box::new(Context {
            plugin: plugin.to_owned(),
            log,
            cancelled,
        }));
        Self(Box::leak(Box::new(abi::Host {
            size: size_of::<abi::Host>() as u32,
            abi_major: abi::ABI_MAJOR,
            abi_minor: abi::ABI_MINOR,
            context: ptr::from_ref(context).cast_mut().cast(),
            log: log_line,
            cancelled: is_cancelled,
            extension,
        })))
    }

    pub(crate) fn as_ptr(self) -> *const abi::Host {
        self.0
    }
}

/// A severity as it crosses the boundary; an unknown one is a warning.
pub(crate) fn severity(code: u32) -> Severity {
    match code {
        abi::SEVERITY_INFO => Severity::Info,
        abi::SEVERITY_ERROR => Severity::Error,
        _ => Severity::Warning,
    }
}

unsafe extern "C" fn log_line(context: *mut c_void, code: u32, message: abi::Str) {
    // The log is the program's own code and may panic; that must not reach the plugin.
    let _ = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: the plugin passes back the context that it was given.
        let Some(context) = (unsafe { context.cast::<Context>().as_ref() }) else {
            return;
        };
        let message = abi::Str {
            len: message.len.min(MAX_LINE),
            ..message
        };
        // SAFETY: the plugin lends the message for the call.
        let line = match unsafe { borrow::bytes(message, MAX_LINE) } {
            Ok(bytes) => String::from_utf8_lossy(bytes),
            Err(fault) => format!("a log line that is {fault}").into(),
        };
        match &context.log {
            Some(log) => log(severity(code), &context.plugin, &line),
            None => print_line(&context.plugin, &line),
        }
    }));
}

/// What becomes of a line where there is no log.
pub(crate) fn print_line(plugin: &str, line: &str) {
    // Not `eprintln`, which panics if nobody listens.
    let _ = writeln!(std::io::stderr(), "sayso: {plugin}: {line}");
}

unsafe extern "C" fn is_cancelled(context: *mut c_void) -> i32 {
    // SAFETY: the plugin passes back the context that it was given.
    let context = unsafe { context.cast::<Context>().as_ref() };
    i32::from(context.is_some_and(|c| c.cancelled.load(Ordering::Relaxed)))
}

unsafe extern "C" fn extension(_context: *mut c_void, _name: abi::Str) -> *const c_void {
    ptr::null()
}
