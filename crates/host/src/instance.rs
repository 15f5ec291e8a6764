//! Instances of plugins, and what they say when a call fails.
#![allow(unsafe_code)]

use std::ffi::c_void;
use std::mem::size_of;
use std::ptr;
use std::sync::{Arc, PoisonError};

use sayso_plugin::abi;

use crate::describe::Calls;
use crate::loaded::Loaded;

/// Room for a plugin's message about a failure, in bytes.
const CAPACITY: usize = 2048;

/// What a failed call says.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) panicked: bool,
    pub(crate) message: String,
}

impl Failure {
    pub(crate) fn in_words(&self) -> String {
        match self.panicked {
            true => format!("it panicked: {}", self.message),
            false => self.message.clone(),
        }
    }
}

/// Where plugins write why a call failed.
#[derive(Debug)]
pub(crate) struct ErrorBuffer {
    bytes: Box<[u8]>,
}

impl Default for ErrorBuffer {
    fn default() -> Self {
        Self {
            bytes: vec![0; CAPACITY].into_boxed_slice(),
        }
    }
}

impl ErrorBuffer {
    /// A struct to pass to a plugin, for one call.
    pub(crate) fn error(&mut self) -> abi::Error {
        abi::Error {
            size: size_of::<abi::Error>() as u32,
            panicked: 0,
            buffer: self.bytes.as_mut_ptr(),
            capacity: self.bytes.len(),
            len: 0,
        }
    }

    /// What a plugin wrote; neither the length it claims nor its UTF-8 is trusted.
    pub(crate) fn failure(&mut self, error: &abi::Error) -> Failure {
        let len = error.len.min(self.bytes.len());
        let text = String::from_utf8_lossy(&self.bytes[..len]);
        let text = text.trim_matches(|c: char| c == '\0' || c.is_whitespace());
        let message = match text {
            "" => "it gave no reason".to_owned(),
            text => text.to_owned(),
        };
        // So that nobody's message is seen again in another's.
        self.bytes.fill(0);
        Failure {
            panicked: error.panicked != 0,
            message,
        }
    }
}

/// An instance of a plugin, destroyed when dropped.
#[derive(Debug)]
pub(crate) struct Instance {
    raw: *mut c_void,
    calls: Calls,
}

// SAFETY: the interface says that instances may live on any thread.
unsafe impl Send for Instance {}
// SAFETY: an instance is used by one worker only, unless its plugin declares that it may be
// used by several threads at once.
unsafe impl Sync for Instance {}

impl Instance {
    /// Sets up an instance with the plugin's settings.
    pub(crate) fn create(plugin: &Loaded, calls: Calls) -> Result<Arc<Self>, Failure> {
        let mut buffer = ErrorBuffer::default();
        let mut error = buffer.error();
        let mut raw = ptr::null_mut();
        let settings = abi::Str::new(&plugin.settings);
        // SAFETY: all that is passed lives for the call, the host functions for ever.
        let status =
            unsafe { (calls.create)(calls.api.as_ptr(), settings, &raw mut raw, &raw mut error) };
        match status {
            abi::OK => Ok(Arc::new(Self { raw, calls })),
            _ => Err(buffer.failure(&error)),
        }
    }

    /// The instance for one more worker: the common one of a plugin that can be shared, else
    /// a new one.
    pub(crate) fn obtain(plugin: &Loaded, calls: Calls) -> Result<Arc<Self>, Failure> {
        if !plugin.is_shared() {
            return Self::create(plugin, calls);
        }
        let mut shared = plugin.shared.lock().unwrap_or_else(PoisonError::into_inner);
        match &*shared {
            Some(instance) => Ok(Arc::clone(instance)),
            None => Ok(Arc::clone(shared.insert(Self::create(plugin, calls)?))),
        }
    }

    /// The instance to go on with after `broken` panicked.
    pub(crate) fn replace(plugin: &Loaded, broken: Arc<Self>) -> Result<Arc<Self>, Failure> {
        let calls = broken.calls;
        if plugin.is_shared() {
            let mut shared = plugin.shared.lock().unwrap_or_else(PoisonError::into_inner);
            // Another worker may have replaced it already.
            if shared.as_ref().is_some_and(|s| Arc::ptr_eq(s, &broken)) {
                *shared = None;
            }
        }
        drop(broken);
        Self::obtain(plugin, calls)
    }

    /// Runs the plugin over a document and gives the status it returns.
    ///
    /// # Safety
    /// The document's and the sink's pointers must hold for the call, and no other thread may
    /// use the instance unless the plugin can be shared.
    pub(crate) unsafe fn process(
        &self,
        document: &abi::Document,
        sink: &abi::Sink,
        error: &mut abi::Error,
    ) -> i32 {
        // SAFETY: `raw` is what `create` gave and was not destroyed; the rest is promised by
        // the caller.
        unsafe { (self.calls.process)(self.raw, document, sink, error) }
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        // SAFETY: `raw` is what `create` gave; nobody uses it any more.
        unsafe { (self.calls.destroy)(self.raw) }
    }
}
