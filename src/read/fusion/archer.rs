//! Archer Analysis, `full_results.txt`: a key and a value on each line, no table.
//!
//! | Archer | ours |
//! |---|---|
//! | `FCA_n_GENES_UNIQUE` `A:B` | partners; one gene alone is an event within it |
//! | `FCA_n_ANNOTATION_1-k`, `…_2-k` `GENE(+)NM_…|exon:7|chr22:5` | exon, strand and place of a side |
//! | `FCA_n_SUPPORTING_ISOFORM_ID_k` | isoforms `FC_m` that support it |
//! | `FC_m_EITHER_R1_OR_R2` | `split_reads`, of the isoform with the most |
//! | `FCA_n_STRONG_EVIDENCE_ABERRATION` | `confidence` high or low |
//! | `FCA_n_HAS_INFRAME_TRANSLATION` | in frame where `TRUE`; else unknown |
//! | `SAMPLE_NAME` | sample |
//!
//! Written from public converters of such files, no file was seen. So little is claimed: no order; an
//! exon or place only where all annotations of a side agree and give one position. `BOTH_R1_AND_R2`
//! is part of the reads that cross the junction, by its name, and no count of flanking pairs. A record's
//! line is that of the event's first key.

mod annotation;

use crate::domain::{
    Call, Confidence, Detects, Frame, Fusion, GeneSymbol, Origin, Partner, PartnerOrder, Rejected,
    Standing,
};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Columns, Row, Separator, shown};
use crate::read::{
    BATCH_RECORDS, Caller, FileFacts, Manual, Parsed, RawRecord, ReadError, ReadOptions, Records,
    Symbols, WrittenFrom,
};
use annotation::{annotations, combinations, partner};
use std::collections::BTreeMap;
use std::vec::IntoIter;

/// Archer's results.
pub(super) static CALLER: Archer = Archer;

/// Archer Analysis.
pub(super) struct Archer;

impl Caller for Archer {
    fn name(&self) -> &'static str {
        "archer"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "Archer Analysis full_results.txt",
            versions: "by its keys",
            written_from: WrittenFrom::Documentation,
            recognised_by: "a key FCA_n_GENES_UNIQUE with a value behind a tab",
            columns: &[
                ("FCA_n_GENES_UNIQUE", "partners"),
                ("FCA_n_ANNOTATION_1-k / _2-k", "exon, strand, place"),
                ("FC_m_EITHER_R1_OR_R2", "split_reads"),
                ("FCA_n_STRONG_EVIDENCE_ABERRATION", "confidence"),
                ("FCA_n_HAS_INFRAME_TRANSLATION", "frame"),
                ("SAMPLE_NAME", "sample"),
            ],
            support: "read pairs of which a read crosses the junction, of the best isoform",
            order: "none claimed",
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Fusion]
    }

    fn recognises(&self, head: &Head) -> bool {
        head.lines()
            .filter_map(|line| Some(line.split_once('\t')?.0.to_owned()))
            .any(|key| event(&key) == Some("GENES_UNIQUE"))
    }

    fn open(
        &self,
        mut stream: Stream,
        options: &ReadOptions,
    ) -> Result<Box<dyn Records>, ReadError> {
        let mut pairs = Vec::new();
        while let Some(bytes) = stream.next_line()? {
            let text = String::from_utf8_lossy(&bytes);
            if let Some((key, value)) = text.split_once('\t') {
                pairs.push((
                    stream.line(),
                    key.trim().to_owned(),
                    value.trim().to_owned(),
                ));
            }
        }
        if pairs.is_empty() {
            return Err(ReadError::Header {
                path: stream.path().to_owned(),
                line: 1,
                what: format!(
                    "no line has a key and a value behind a tab; it begins with {}",
                    stream.head().beginning()
                ),
            });
        }
        let sample = pairs
            .iter()
            .find(|(_, key, value)| key == "SAMPLE_NAME" && !value.is_empty())
            .map(|(_, _, value)| value.clone());
        if let (Some(name), Some(wanted)) = (&sample, options.wanted_sample())
            && name != wanted
        {
            return Err(ReadError::Samples {
                path: stream.path().to_owned(),
                what: format!(
                    "the file's sample is \"{}\", not \"{}\"",
                    shown(name),
                    shown(wanted)
                ),
            });
        }
        Ok(Box::new(ArcherRecords {
            stream,
            events: events(&pairs).into_iter(),
            facts: FileFacts {
                sample,
                ..FileFacts::default()
            },
            input: options.input,
            symbols: options.symbols.clone(),
        }))
    }
}

/// What follows `FCA_n_` in a key.
fn event(key: &str) -> Option<&str> {
    let (number, rest) = key.strip_prefix("FCA_")?.split_once('_')?;
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    digits.then_some(rest)
}

/// One record for each event: its own lines, then those of its isoforms.
fn events(pairs: &[(u64, String, String)]) -> Vec<RawRecord> {
    let mut events: BTreeMap<u64, (&str, Vec<&str>)> = BTreeMap::new();
    let mut first: BTreeMap<&str, u64> = BTreeMap::new();
    for (line, key, value) in pairs {
        let Some(rest) = event(key) else {
            continue;
        };
        let name = key.get(..key.len() - rest.len()).unwrap_or_default();
        let at = *first.entry(name).or_insert(*line);
        let (_, isoforms) = events.entry(at).or_insert((name, Vec::new()));
        if rest.starts_with("SUPPORTING_ISOFORM_ID_") {
            isoforms.push(value);
        }
    }
    events
        .into_iter()
        .map(|(line, (name, isoforms))| {
            let own = |key: &str| key.starts_with(name);
            let of_isoform = |key: &str| {
                isoforms
                    .iter()
                    .filter_map(|isoform| key.strip_prefix(isoform))
                    .any(|rest| rest.starts_with('_'))
            };
            let text: Vec<String> = pairs
                .iter()
                .filter(|(_, key, _)| own(key) || of_isoform(key))
                .map(|(_, key, value)| {
                    // Keys of one event need its number no more.
                    format!("{}\t{value}", key.strip_prefix(name).unwrap_or(key))
                })
                .collect();
            RawRecord {
                line,
                bytes: text.join("\n").into_bytes(),
                ..RawRecord::default()
            }
        })
        .collect()
}

struct ArcherRecords {
    stream: Stream,
    events: IntoIter<RawRecord>,
    facts: FileFacts,
    input: usize,
    symbols: Symbols,
}

impl Records for ArcherRecords {
    fn facts(&self) -> &FileFacts {
        &self.facts
    }

    fn next_batch(&mut self) -> Result<Vec<RawRecord>, ReadError> {
        Ok(self.events.by_ref().take(BATCH_RECORDS).collect())
    }

    fn parse(&self, raw: &RawRecord) -> Parsed {
        let text = String::from_utf8_lossy(&raw.bytes);
        let (names, cells): (Vec<&str>, Vec<String>) = text
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|(key, value)| (key, value.to_owned()))
            .unzip();
        let columns = Columns::fixed(&names, Separator::Tab);
        let origin = Origin {
            input: self.input,
            line: raw.line,
            caller: CALLER.name().to_owned(),
        };
        let mut row = Row::new(&columns, cells, origin, &self.symbols);
        match calls(&names, &mut row) {
            Ok(calls) => Parsed {
                calls,
                warnings: row.into_warnings(),
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

fn calls(keys: &[&str], row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let text = row.text("GENES_UNIQUE").unwrap_or_default().to_owned();
    let genes: Vec<GeneSymbol> = text.split(':').filter_map(GeneSymbol::new).collect();
    let sides = [annotations(keys, row, 1), annotations(keys, row, 2)];
    let named = match genes.as_slice() {
        [one] => vec![(one.clone(), one.clone())],
        [one, other] => vec![(one.clone(), other.clone())],
        several => combinations(several, &sides)
            .filter(|named| !named.is_empty())
            .ok_or_else(|| {
                format!(
                    "GENES_UNIQUE: found \"{}\", expected one or two genes",
                    shown(&text)
                )
            })?,
    };
    let fusion = Fusion {
        split_reads: support(keys, row),
        frame: match row.text("HAS_INFRAME_TRANSLATION") {
            Some(text) if text.eq_ignore_ascii_case("true") => Frame::InFrame,
            Some(_) | None => Frame::Unknown,
        },
        confidence: confidence(row),
        event_type: (genes.len() == 1).then(|| "isoform".to_owned()),
        ..Fusion::of(
            Partner::default(),
            Partner::default(),
            PartnerOrder::Unoriented,
        )
    };
    let [first, second] = &sides;
    Ok(named
        .into_iter()
        .map(|(one, other)| {
            let fusion = Fusion {
                five_prime: partner(one, first),
                three_prime: partner(other, second),
                ..fusion.clone()
            };
            row.fusion(fusion, Standing::Passed)
        })
        .collect())
}

/// Isoforms share reads, so the best one counts.
fn support(keys: &[&str], row: &mut Row<'_>) -> Option<u32> {
    keys.iter()
        .filter(|key| key.ends_with("_EITHER_R1_OR_R2"))
        .filter_map(|key| row.count(key))
        .max()
}

fn confidence(row: &mut Row<'_>) -> Option<Confidence> {
    const KEY: &str = "STRONG_EVIDENCE_ABERRATION";
    let word = row.text(KEY)?.to_owned();
    if word.eq_ignore_ascii_case("true") {
        Some(Confidence::High)
    } else if word.eq_ignore_ascii_case("false") {
        Some(Confidence::Low)
    } else {
        row.not_understood(KEY, &word);
        None
    }
}
