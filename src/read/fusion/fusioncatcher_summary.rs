//! FusionCatcher, `summary_candidate_fusions.txt`: the pairs of genes of its final list, as text.
//!
//! | FusionCatcher | ours |
//! |---|---|
//! | `  * A--B  (labels)` | 5' and 3' partner; symbols stand in capitals |
//! | `reciprocal fusion` | order `unoriented`: both orders were found, one is listed |
//! | `readthrough`, `rt-circRNA` | `event_type` |
//! | `probably false positive` | `confidence` low; the caller keeps the pair |
//!
//! It has neither breakpoints nor reads: read it only where the final list is lost. `Found N … fusion
//! gene(s)` is compared with the pairs listed, since a text may have been cut. Not read: transcripts
//! counted, viruses. Manual: the tool's source, `build_summary.py`.

use super::fusioncatcher::NAME;
use crate::domain::{
    Alteration, Call, Confidence, Detects, Fusion, GeneSymbol, Origin, Partner, PartnerOrder,
    Rejected, Standing, Warning,
};
use crate::read::stream::{Head, Stream};
use crate::read::table::shown;
use crate::read::{
    Caller, FileFacts, Manual, Parsed, RawRecord, ReadError, ReadOptions, Records, WrittenFrom,
};

/// The first line of old and new summaries.
const TITLE: &str = "Very short summary of found candidate";

/// What stands before a pair.
const BULLET: &str = "* ";

/// FusionCatcher's summary.
pub(super) struct Summary;

/// See [`Summary`].
pub(super) static CALLER: Summary = Summary;

impl Caller for Summary {
    fn name(&self) -> &'static str {
        "fusioncatcher-summary"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "FusionCatcher summary_candidate_fusions.txt",
            versions: "1.x",
            written_from: WrittenFrom::Files,
            recognised_by: "the first line: Very short summary of found candidate (somatic) fusion \
                            genes",
            columns: &[
                ("* A--B", "5' and 3' partner"),
                ("readthrough, rt-circRNA", "event type"),
                ("probably false positive", "confidence low"),
            ],
            support: "none stated",
            order: "the first gene is 5', stated; not for a reciprocal fusion, of which one order is \
                    listed",
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Fusion]
    }

    fn recognises(&self, head: &Head) -> bool {
        head.lines()
            .find(|line| !line.trim().is_empty())
            .is_some_and(|line| line.trim_start().starts_with(TITLE))
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Ok(Box::new(Pairs::read(stream, options.input)?))
    }
}

/// An open summary. It is short, and how many pairs it has stands before them: read at once.
struct Pairs {
    stream: Stream,
    facts: FileFacts,
    input: usize,
    records: Vec<RawRecord>,
}

impl Pairs {
    fn read(mut stream: Stream, input: usize) -> Result<Self, ReadError> {
        let mut facts = FileFacts::default();
        let mut records = Vec::new();
        let mut found = None;
        while let Some(bytes) = stream.next_line()? {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            if text.trim_start().starts_with(BULLET) {
                records.push(RawRecord {
                    line: stream.line(),
                    bytes,
                    is_unended: stream.is_unended(),
                    part: 0,
                });
            } else if text.contains("fusion gene(s)") {
                found = text
                    .split_whitespace()
                    .find_map(|word| word.parse::<usize>().ok());
            }
        }
        if let Some(found) = found.filter(|found| *found != records.len()) {
            facts.warnings.push(Warning {
                input: Some(input),
                line: None,
                message: format!(
                    "the summary says {found} fusion genes and lists {}; it may have been cut",
                    records.len()
                ),
            });
        }
        Ok(Self {
            stream,
            facts,
            input,
            records,
        })
    }

    fn call(&self, line: u64, text: &str) -> Result<Call, String> {
        let item = text.trim().trim_start_matches(BULLET);
        let (pair, labels) = item.split_once('(').unwrap_or((item, ""));
        let (first, second) = pair
            .trim()
            .split_once("--")
            .and_then(|(first, second)| Some((GeneSymbol::new(first)?, GeneSymbol::new(second)?)))
            .ok_or_else(|| format!("found \"{}\", expected GENE--GENE", shown(pair.trim())))?;
        let labels: Vec<&str> = labels
            .trim_end_matches(')')
            .split(';')
            .map(str::trim)
            .collect();
        let has = |label| labels.contains(&label);
        let kinds: Vec<&str> = ["readthrough", "rt-circRNA"]
            .into_iter()
            .filter(|kind| has(kind))
            .collect();
        let order = if has("reciprocal fusion") {
            PartnerOrder::Unoriented
        } else {
            PartnerOrder::Stated
        };
        let fusion = Fusion {
            confidence: has("probably false positive").then_some(Confidence::Low),
            event_type: (!kinds.is_empty()).then(|| kinds.join(",")),
            callers: vec![NAME.to_owned()],
            ..Fusion::of(
                Partner::named(Some(first)),
                Partner::named(Some(second)),
                order,
            )
        };
        Ok(Call {
            origin: Origin {
                input: self.input,
                line,
                caller: NAME.to_owned(),
            },
            claim: Alteration::Fusion(Box::new(fusion)),
            effects: Vec::new(),
            standing: Standing::Passed,
        })
    }
}

impl Records for Pairs {
    fn facts(&self) -> &FileFacts {
        &self.facts
    }

    fn next_batch(&mut self) -> Result<Vec<RawRecord>, ReadError> {
        Ok(std::mem::take(&mut self.records))
    }

    fn parse(&self, raw: &RawRecord) -> Parsed {
        match self.call(raw.line, &String::from_utf8_lossy(&raw.bytes)) {
            Ok(call) => Parsed {
                calls: vec![call],
                ..Parsed::default()
            },
            Err(reason) => Parsed {
                rejected: Some(Rejected {
                    input: self.input,
                    line: raw.line,
                    reason,
                }),
                ..Parsed::default()
            },
        }
    }

    fn finish(self: Box<Self>) -> Result<String, ReadError> {
        self.stream.finish()
    }
}
