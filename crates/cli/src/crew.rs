//! The threads that work on documents.

use std::sync::{Mutex, PoisonError};

use anyhow::Context;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use sayso_host::{Host, LoadError};

use crate::batch::{Batch, Job};
pub(crate) use crate::work::Task;
use crate::work::{Bench, Piece};

/// Pieces that a batch is divided into for each thread, so that a long document at a piece's
/// end does not keep the others waiting.
const PIECES: usize = 8;

/// Threads, each with a bench of its own.
pub(crate) struct Crew<'h> {
    host: &'h Host,
    /// Started when there is first something to share.
    pool: Option<ThreadPool>,
    /// By thread. All but the first are set up when they are first used.
    benches: Vec<Mutex<Option<Bench<'h>>>>,
}

impl<'h> Crew<'h> {
    pub(crate) fn new(host: &'h Host, threads: usize) -> Result<Self, LoadError> {
        let mut benches = vec![Mutex::new(Some(Bench::new(host)?))];
        benches.resize_with(threads.max(1), Mutex::default);
        Ok(Self {
            host,
            pool: None,
            benches,
        })
    }

    pub(crate) fn threads(&self) -> usize {
        self.benches.len()
    }

    /// The results of a batch, in its order.
    pub(crate) fn process(&mut self, batch: &Batch, task: &Task) -> anyhow::Result<Vec<Piece>> {
        if self.threads() == 1 || batch.jobs.len() < 2 {
            return Ok(vec![self.piece(&batch.jobs, &batch.bytes, task)?]);
        }
        let pool = match self.pool.take() {
            Some(pool) => pool,
            None => ThreadPoolBuilder::new()
                .num_threads(self.threads())
                .build()
                .context("cannot start threads")?,
        };
        let size = batch.jobs.len().div_ceil(self.threads() * PIECES);
        let pieces = pool.install(|| {
            let pieces = batch.jobs.par_chunks(size);
            pieces
                .map(|jobs| self.piece(jobs, &batch.bytes, task))
                .collect::<Result<Vec<_>, LoadError>>()
        });
        self.pool = Some(pool);
        Ok(pieces?)
    }

    fn piece(&self, jobs: &[Job], bytes: &[u8], task: &Task) -> Result<Piece, LoadError> {
        let thread = rayon::current_thread_index().unwrap_or(0);
        let mut bench = self.benches[thread]
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let bench = match &mut *bench {
            Some(bench) => bench,
            empty => empty.insert(Bench::new(self.host)?),
        };
        let mut piece = bench.piece();
        for job in jobs {
            bench.job(task, bytes, job, &mut piece);
        }
        bench.room = piece.out.len();
        Ok(piece)
    }
}
