//! Reading the next batch while the present one is worked on.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use anyhow::{Context, anyhow};

use crate::batch::Batch;
use crate::input::Reader;

/// A thread that reads. It is not waited for if nobody wants its batches any more: it may be
/// waiting for input that never comes.
pub(crate) struct Ahead {
    full: Receiver<Batch>,
    empty: SyncSender<Batch>,
    thread: Option<JoinHandle<()>>,
}

impl Ahead {
    pub(crate) fn start(mut reader: Reader) -> anyhow::Result<Self> {
        // Two batches go round: one is read into, the other one is worked on. One that is
        // full is handed over, not stored, so no third one is ever needed.
        let (full_in, full) = sync_channel(0);
        let (empty, empty_out) = sync_channel::<Batch>(2);
        let _ = empty.send(Batch::default());
        let _ = empty.send(Batch::default());
        let read = move || {
            while let Ok(mut batch) = empty_out.recv() {
                batch.clear();
                let more = reader.fill(&mut batch);
                if full_in.send(batch).is_err() || !more {
                    return;
                }
            }
        };
        let thread = thread::Builder::new()
            .name("reader".to_owned())
            .spawn(read)
            .context("cannot start a thread")?;
        Ok(Self {
            full,
            empty,
            thread: Some(thread),
        })
    }

    /// The next batch; `None` after the last one.
    pub(crate) fn next(&mut self) -> anyhow::Result<Option<Batch>> {
        if let Ok(batch) = self.full.recv() {
            return Ok(Some(batch));
        }
        match self.thread.take().map(JoinHandle::join) {
            Some(Err(_)) => Err(anyhow!("reading ended unexpectedly")),
            _ => Ok(None),
        }
    }

    /// Takes back a batch that is no longer needed.
    pub(crate) fn give_back(&self, batch: Batch) {
        // The reader may be done.
        let _ = self.empty.send(batch);
    }
}
