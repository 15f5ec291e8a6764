//! Copies what a plugin says of itself into values that we own.
#![allow(unsafe_code)]

use std::ffi::c_void;
use std::fmt::Display;
use std::mem::{offset_of, size_of};

use sayso_plugin::abi;
use serde_json::Value;

use crate::api::Api;
use crate::borrow;
use crate::error::Reason;
use crate::instance::ErrorBuffer;
use crate::loaded::{Need, Output, Rule};

/// The most outputs, roles, needs or rules that a plugin may have.
const MAX_COUNT: usize = 10_000;
/// The longest text in a description, in bytes.
const MAX_TEXT: usize = 1 << 20;

/// What a plugin is and does.
#[derive(Debug)]
pub(crate) struct Description {
    pub(crate) reads: u32,
    pub(crate) summary: String,
    pub(crate) outputs: Vec<Output>,
    pub(crate) needs: Vec<Need>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) settings_schema: Option<Value>,
}

type Create =
    unsafe extern "C" fn(*const abi::Host, abi::Str, *mut *mut c_void, *mut abi::Error) -> i32;
type Process = unsafe extern "C" fn(
    *mut c_void,
    *const abi::Document,
    *const abi::Sink,
    *mut abi::Error,
) -> i32;
type Destroy = unsafe extern "C" fn(*mut c_void);

/// The plugin's functions and what they are given.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calls {
    pub(crate) api: Api,
    pub(crate) create: Create,
    pub(crate) process: Process,
    pub(crate) destroy: Destroy,
}

/// Asks a plugin to describe itself: the first of its functions to be called.
pub(crate) fn describe(entry: &abi::Entry, api: Api) -> Result<(Description, Calls), Reason> {
    let mut buffer = ErrorBuffer::default();
    let mut error = buffer.error();
    // SAFETY: the entry was checked; the host functions live for ever, the error for the call.
    let plugin = unsafe { (entry.get)(api.as_ptr(), &raw mut error) };
    if plugin.is_null() {
        return Err(Reason::Refused(buffer.failure(&error).message));
    }
    // SAFETY: what `get` gives lives as long as the plugin, which is never unloaded.
    unsafe { copy(plugin, api) }.map_err(Reason::Description)
}

/// A description as bytes, since a null function may not even be looked at.
#[repr(C, align(8))]
#[derive(Clone, Copy)]
struct Addresses([u8; size_of::<abi::Plugin>()]);

impl Addresses {
    fn functions(&self) -> [(&'static str, usize); 3] {
        let at = |offset: usize| {
            let mut bytes = [0; size_of::<usize>()];
            bytes.copy_from_slice(&self.0[offset..offset + size_of::<usize>()]);
            usize::from_ne_bytes(bytes)
        };
        [
            ("create", at(offset_of!(abi::Plugin, create))),
            ("process", at(offset_of!(abi::Plugin, process))),
            ("destroy", at(offset_of!(abi::Plugin, destroy))),
        ]
    }
}

/// # Safety
/// `plugin` must point to a plugin's description of at least the size it says.
unsafe fn copy(plugin: *const abi::Plugin, api: Api) -> Result<(Description, Calls), String> {
    // SAFETY: every description begins with its size. Functions are addresses, of which any
    // is one of these.
    let raw = unsafe { borrow::grown(plugin.cast::<Addresses>(), abi::LEAST_PLUGIN) }?;
    for (name, address) in raw.functions() {
        if address == 0 {
            return Err(format!("it has no function `{name}`"));
        }
    }
    // SAFETY: as above, and none of the functions is null.
    let plugin = &unsafe { borrow::grown(plugin, abi::LEAST_PLUGIN) }?;
    // SAFETY: the arrays and texts of a description live as long as the plugin.
    unsafe {
        let description = Description {
            reads: plugin.reads,
            summary: text(plugin.summary, "the summary")?,
            outputs: outputs(plugin)?,
            needs: needs(plugin)?,
            rules: rules(plugin)?,
            settings_schema: schema(&text(plugin.settings_schema, "the settings' schema")?)?,
        };
        let calls = Calls {
            api,
            create: plugin.create,
            process: plugin.process,
            destroy: plugin.destroy,
        };
        Ok((description, calls))
    }
}

/// # Safety
/// See [`copy`].
unsafe fn outputs(plugin: &abi::Plugin) -> Result<Vec<Output>, String> {
    // SAFETY: promised by the caller.
    let raw = unsafe { array(plugin.outputs, plugin.n_outputs, "the outputs") }?;
    let mut outputs: Vec<Output> = Vec::with_capacity(raw.len());
    for raw in raw {
        // SAFETY: promised by the caller.
        let kind = unsafe { name(raw.kind, "the kind of an output") }?;
        let what = format!("the roles of kind `{kind}`");
        // SAFETY: promised by the caller.
        let roles = unsafe { array(raw.roles, raw.n_roles, &what) }?;
        let roles = roles
            .iter()
            // SAFETY: promised by the caller.
            .map(|&role| unsafe { name(role, &what) })
            .collect::<Result<_, _>>()?;
        if outputs.iter().any(|output| output.kind == kind) {
            return Err(format!("the kind `{kind}` is declared twice"));
        }
        outputs.push(Output { kind, roles });
    }
    Ok(outputs)
}

/// # Safety
/// See [`copy`].
unsafe fn needs(plugin: &abi::Plugin) -> Result<Vec<Need>, String> {
    // SAFETY: promised by the caller.
    let raw = unsafe { array(plugin.needs, plugin.n_needs, "the needs") }?;
    raw.iter()
        .map(|raw| {
            Ok(Need {
                // SAFETY: promised by the caller.
                kind: unsafe { name(raw.kind, "the kind of a need") }?,
                optional: raw.optional != 0,
            })
        })
        .collect()
}

/// # Safety
/// See [`copy`].
unsafe fn rules(plugin: &abi::Plugin) -> Result<Vec<Rule>, String> {
    // SAFETY: promised by the caller.
    let raw = unsafe { array(plugin.rules, plugin.n_rules, "the rules") }?;
    raw.iter()
        .map(|raw| {
            Ok(Rule {
                // SAFETY: promised by the caller.
                name: unsafe { name(raw.name, "the name of a rule") }?,
                // SAFETY: promised by the caller.
                doc: unsafe { text(raw.doc, "the text of a rule") }?,
            })
        })
        .collect()
}

pub(crate) fn schema(text: &str) -> Result<Option<Value>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    match serde_json::from_str(text) {
        Ok(schema @ Value::Object(_)) => Ok(Some(schema)),
        Ok(_) => Err("the settings' schema is no JSON object".to_owned()),
        Err(error) => Err(format!("the settings' schema is no JSON: {error}")),
    }
}

/// # Safety
/// As for [`borrow::slice`].
unsafe fn array<'a, T>(pointer: *const T, len: usize, what: &str) -> Result<&'a [T], String> {
    // SAFETY: promised by the caller.
    unsafe { borrow::slice(pointer, len, MAX_COUNT) }.map_err(|fault| wrong(what, &fault))
}

/// # Safety
/// As for [`borrow::slice`].
unsafe fn text(raw: abi::Str, what: &str) -> Result<String, String> {
    // SAFETY: promised by the caller.
    let text = unsafe { borrow::text(raw, MAX_TEXT) };
    text.map(str::to_owned).map_err(|fault| wrong(what, &fault))
}

/// A text that is not empty.
///
/// # Safety
/// As for [`borrow::slice`].
unsafe fn name(raw: abi::Str, what: &str) -> Result<String, String> {
    // SAFETY: promised by the caller.
    let name = unsafe { text(raw, what) }?;
    match name.is_empty() {
        true => Err(wrong(what, &"empty")),
        false => Ok(name),
    }
}

fn wrong(what: &str, fault: &dyn Display) -> String {
    format!("{what}: {fault}")
}
