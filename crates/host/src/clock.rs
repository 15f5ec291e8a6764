//! How long something takes, whatever else the machine does.

use std::time::Duration;

/// The time that all threads of this process have worked so far.
#[cfg(unix)]
pub(crate) fn worked() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    let seconds = Duration::from_secs(now.tv_sec.try_into().unwrap_or_default());
    seconds + Duration::from_nanos(now.tv_nsec.try_into().unwrap_or_default())
}

/// Time by the clock, where nothing better is known.
#[cfg(not(unix))]
pub(crate) fn worked() -> Duration {
    use std::sync::OnceLock;
    use std::time::Instant;
    static BEGIN: OnceLock<Instant> = OnceLock::new();
    BEGIN.get_or_init(Instant::now).elapsed()
}
