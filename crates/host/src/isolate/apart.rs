//! A plugin in a process of its own, as a worker uses it.
#![allow(unsafe_code)]

use sayso_model::{Diagnostic, Severity};
use sayso_plugin::abi;

use super::end::End;
use super::library::Library;
use super::process::Process;
use super::wire::{Item, Job, Reply, Request, Worth};
use crate::emit::Emission;
use crate::instance::Failure;
use crate::loaded::Loaded;
use crate::worker::failure;

/// A plugin's process, and another one after each that is lost.
#[derive(Debug)]
pub(crate) struct Apart {
    /// `None` if it was lost.
    process: Option<Process>,
    /// Why no other one could be started.
    broken: Option<String>,
}

impl Apart {
    /// Starts a process and sets the plugin up in it.
    pub(crate) fn start(
        plugin: &Loaded,
        library: &Library,
        max_annotations: usize,
    ) -> Result<Self, Failure> {
        Ok(Self {
            process: Some(ready(plugin, library, max_annotations)?),
            broken: None,
        })
    }

    /// Runs the plugin over a text, with the sink that it would have in this process.
    pub(crate) fn run(
        &mut self,
        library: &Library,
        earlier: Vec<Item<'_>>,
        emission: &mut Emission<'_>,
    ) -> Result<(), Diagnostic> {
        let plugin = emission.plugin;
        let mut process = self.obtain(library, emission)?;
        match ask(library, &mut process, earlier, emission) {
            Ok(result) => {
                self.process = Some(process);
                result
            }
            Err(end) => {
                process.kill();
                let words = library.in_words(&end);
                let message = format!("plugin `{}` {words}", plugin.id());
                Err(failure(end.code(), message))
            }
        }
    }

    /// The process, or one in the place of that which was lost.
    fn obtain(
        &mut self,
        library: &Library,
        emission: &Emission<'_>,
    ) -> Result<Process, Diagnostic> {
        if let Some(process) = self.process.take() {
            return Ok(process);
        }
        if self.broken.is_none() {
            match ready(emission.plugin, library, emission.max_annotations) {
                Ok(process) => return Ok(process),
                Err(failure) => self.broken = Some(failure.in_words()),
            }
        }
        let reason = self.broken.as_deref().unwrap_or_default();
        let id = emission.plugin.id();
        let message = format!("plugin `{id}` is out of order since its process was lost: {reason}");
        Err(failure("plugin-unavailable", message))
    }
}

/// A process with the plugin set up.
fn ready(plugin: &Loaded, library: &Library, max_annotations: usize) -> Result<Process, Failure> {
    let failed = |message: String| Failure {
        panicked: false,
        message,
    };
    let mut process = library
        .obtain()
        .map_err(|reason| failed(reason.to_string()))?;
    let deadline = process.deadline(library.cancelled());
    let request = Request::Create {
        settings: &plugin.settings,
        max_annotations: max_annotations as u64,
    };
    let answer = process.say(&request, deadline).and_then(|()| {
        library.answer(&mut process, deadline, |reply| match reply {
            Reply::Created => Ok(None),
            Reply::Refused(message) => Ok(Some(message.to_owned())),
            _ => Err("not what was asked"),
        })
    });
    match answer {
        Ok(None) => Ok(process),
        Ok(Some(message)) => Err(failed(message)),
        Err(end) => {
            process.kill();
            Err(failed(format!("its process {}", library.in_words(&end))))
        }
    }
}

/// Has the process run over a text; what it finds goes into the sink like everything else
/// that is emitted, since a plugin may have spoilt the process.
fn ask(
    library: &Library,
    process: &mut Process,
    earlier: Vec<Item<'_>>,
    emission: &mut Emission<'_>,
) -> Result<Result<(), Diagnostic>, End> {
    let deadline = process.deadline(library.cancelled());
    let place = emission.trace.as_ref().map(|trace| trace.place);
    let request = Request::Run(Job {
        text: emission.text,
        earlier,
        first: emission.first as u32,
        bytes: *emission.bytes as u64,
        place: place.map(|place| (place.start(), place.end())),
    });
    process.say(&request, deadline)?;
    library.answer(process, deadline, |reply| {
        let Reply::Done {
            found,
            remarks,
            failure,
            trials,
        } = reply
        else {
            return Err("not what was asked");
        };
        found.iter().for_each(|item| hand_over(item, emission));
        let (id, text) = (emission.plugin.id(), emission.text);
        for remark in &remarks {
            emission
                .diagnostics
                .push(remark.diagnostic(text).plugin(id));
        }
        if let Some(trace) = &mut emission.trace {
            let trials = trials.iter().filter_map(|tried| tried.trial(id, text));
            trace.trials.extend(trials);
        }
        Ok(match failure {
            Some(remark) => {
                let mut diagnostic = remark.diagnostic(text);
                diagnostic.severity = Severity::Error;
                Err(diagnostic)
            }
            None => Ok(()),
        })
    })
}

/// Emits an annotation as the plugin did.
fn hand_over(item: &Item<'_>, emission: &mut Emission<'_>) {
    let parts = item.parts.iter().map(|&(role, start, end)| abi::Part {
        role: abi::Str::new(role),
        start,
        end,
    });
    let attributes = item.attributes.iter().map(|&(name, worth)| {
        let (text, number, value) = match worth {
            Worth::Text(text) => (text, 0.0, abi::VALUE_TEXT),
            Worth::Number(number) => ("", number, abi::VALUE_NUMBER),
            Worth::Bool(bool) => ("", f64::from(u8::from(bool)), abi::VALUE_BOOL),
        };
        abi::Attribute {
            name: abi::Str::new(name),
            text: abi::Str::new(text),
            number,
            value,
            reserved: 0,
        }
    });
    let links = item.links.iter().map(|&(name, target)| abi::Link {
        name: abi::Str::new(name),
        target,
        reserved: 0,
    });
    let (parts, attributes, links): (Vec<_>, Vec<_>, Vec<_>) =
        (parts.collect(), attributes.collect(), links.collect());
    let annotation = abi::Annotation {
        size: size_of::<abi::Annotation>() as u32,
        id: 0,
        kind: abi::Str::new(item.kind),
        plugin: abi::Str::new(""),
        rule: abi::Str::new(item.rule),
        parts: parts.as_ptr(),
        n_parts: parts.len(),
        attributes: attributes.as_ptr(),
        n_attributes: attributes.len(),
        links: links.as_ptr(),
        n_links: links.len(),
    };
    // SAFETY: all that it points to is borrowed above.
    unsafe { emission.emit(&raw const annotation, std::ptr::null_mut()) };
}
