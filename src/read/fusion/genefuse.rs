//! GeneFuse 0.8 (DNA), its JSON report.
//!
//! | GeneFuse | ours |
//! |---|---|
//! | `left`, `right`: `gene_name` (`EML4_ENST…`) | partners, gene and transcript apart |
//! | `gene_chr`, `position` (below 0: read in reverse) | breakpoints in DNA |
//! | `strand` of both | `forward`: left is 5'; `reversed`: right is 5'; unlike: no order |
//! | `exon_or_intron`, `exon_or_intron_id` | `site`; last exon kept, first exon kept |
//! | `unique` | `split_reads` |
//! | `Fusion: …`, `Deletion: …` | `event_type` |
//!
//! `unique` leaves out duplicates of one molecule. Breakpoints lie where the DNA is joined, often in
//! introns. A fusion is one record, counted from 1 in the file's order. Not read: reference and read
//! sequences; the HTML report and the text on standard output. Written from the tool's source.

mod entry;
mod report;

use crate::domain::{Alteration, Call, Detects, Fusion, Origin, Rejected, Standing};
use crate::read::stream::{Head, Stream};
use crate::read::{
    Caller, FileFacts, Manual, Parsed, RawRecord, ReadError, ReadOptions, Records, WrittenFrom,
};
use std::collections::VecDeque;
use std::io::Read;

const NAME: &str = "genefuse";

/// Most bytes of a report: it is held in memory whole.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// GeneFuse's report.
pub(super) static CALLER: GeneFuse = GeneFuse;

pub(super) struct GeneFuse;

impl Caller for GeneFuse {
    fn name(&self) -> &'static str {
        NAME
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "GeneFuse JSON report",
            versions: "0.8.0, by its source",
            written_from: WrittenFrom::Documentation,
            recognised_by: "a JSON object with command, version, time and fusions",
            columns: &[
                ("left / right: gene_name", "partners and transcripts"),
                ("gene_chr, position", "breakpoints in DNA, 1-based"),
                ("strand", "which side is 5'"),
                ("exon_or_intron, exon_or_intron_id", "site, exon"),
                ("unique", "split_reads"),
                ("Fusion: / Deletion:", "event type"),
            ],
            support: "unique reads cross the junction in DNA; pairs are not counted",
            order: "by the strands of both genes, stated; not where these are unlike",
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Fusion]
    }

    fn recognises(&self, head: &Head) -> bool {
        let text = String::from_utf8_lossy(head.bytes());
        let keys = ["\"command\"", "\"version\"", "\"time\"", "\"fusions\""];
        text.trim_start().starts_with('{') && keys.iter().all(|key| text.contains(key))
    }

    fn open(
        &self,
        mut stream: Stream,
        options: &ReadOptions,
    ) -> Result<Box<dyn Records>, ReadError> {
        let mut bytes = Vec::new();
        stream
            .bytes()
            .take(MOST_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| stream.damaged(error.to_string()))?;
        if bytes.len() as u64 > MOST_BYTES {
            return Err(stream.damaged(format!("the report is larger than {MOST_BYTES} bytes")));
        }
        let report: report::Report = serde_json::from_slice(&bytes)
            .map_err(|error| stream.damaged(format!("no GeneFuse report: {error}")))?;
        let facts = FileFacts {
            caller_version: report.version.map(|version| format!("GeneFuse {version}")),
            ..FileFacts::default()
        };
        let records = (1..)
            .zip(report.fusions)
            .map(|(line, fusion)| RawRecord {
                line,
                bytes: fusion.into_bytes(),
                ..RawRecord::default()
            })
            .collect();
        Ok(Box::new(Reader {
            stream,
            facts,
            records,
            input: options.input,
        }))
    }
}

struct Reader {
    stream: Stream,
    facts: FileFacts,
    records: VecDeque<RawRecord>,
    input: usize,
}

impl Records for Reader {
    fn facts(&self) -> &FileFacts {
        &self.facts
    }

    fn next_batch(&mut self) -> Result<Vec<RawRecord>, ReadError> {
        let count = self.records.len().min(crate::read::BATCH_RECORDS);
        Ok(self.records.drain(..count).collect())
    }

    fn parse(&self, raw: &RawRecord) -> Parsed {
        let origin = Origin {
            input: self.input,
            line: raw.line,
            caller: NAME.to_owned(),
        };
        match entry::fusion(&raw.bytes) {
            Ok(fusion) => Parsed {
                calls: vec![Call {
                    claim: Alteration::Fusion(Box::new(Fusion {
                        callers: vec![NAME.to_owned()],
                        ..fusion
                    })),
                    origin,
                    effects: Vec::new(),
                    standing: Standing::Passed,
                }],
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
