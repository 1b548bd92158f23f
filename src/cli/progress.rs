//! Progress bars, on a terminal only, for work of more than a second.

use crate::pipeline::Progress;
use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Shorter work shows no bar.
const SHOWN_AFTER: Duration = Duration::from_secs(1);

/// A bar per file, with the records read so far.
pub(super) struct Bars {
    all: MultiProgress,
    by_path: Mutex<BTreeMap<String, ProgressBar>>,
    begun: Instant,
}

impl Bars {
    /// `None` where standard error is no terminal.
    pub(super) fn new() -> Option<Self> {
        std::io::stderr().is_terminal().then(|| Self {
            all: MultiProgress::with_draw_target(ProgressDrawTarget::stderr()),
            by_path: Mutex::new(BTreeMap::new()),
            begun: Instant::now(),
        })
    }
}

impl Progress for Bars {
    fn read(&self, path: &str, count: u64) {
        if self.begun.elapsed() < SHOWN_AFTER {
            return;
        }
        let Ok(mut bars) = self.by_path.lock() else {
            return;
        };
        let bar = bars.entry(path.to_owned()).or_insert_with(|| {
            let bar = self.all.add(ProgressBar::new_spinner());
            if let Ok(style) =
                ProgressStyle::with_template("{spinner} {msg}: {human_pos} records, {per_sec}")
            {
                bar.set_style(style);
            }
            bar.set_message(path.to_owned());
            bar
        });
        bar.inc(count);
    }

    fn finished(&self, path: &str) {
        if let Ok(bars) = self.by_path.lock()
            && let Some(bar) = bars.get(path)
        {
            bar.finish_and_clear();
        }
    }
}
