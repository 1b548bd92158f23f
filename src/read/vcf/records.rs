//! An open VCF or BCF: its header, then one record after the other.
//!
//! A text without a line end at its end may have been cut. Packed, it is refused, since every
//! program that packs ends its lines. Plain, which editors also leave so, it is told; the last
//! record is rejected where columns or fields of its last sample are missing.

use super::Context;
use super::annotation::Annotation;
use super::header::Header;
use super::line::{Line, shown};
use super::sides::{self, Sides};
use super::tumour::{self, Chosen};
use super::{assembly, bcf, copy_number, ion_reporter, producer, rearrangement, small_variant};
use crate::domain::{Call, Detects, Origin, Rejected, Standing, Warning};
use crate::read::junction;
use crate::read::stream::Stream;
use crate::read::{
    BATCH_RECORDS, FileFacts, Parsed, RawRecord, ReadError, ReadOptions, Records, unended,
};
use std::borrow::Cow;

/// An open file.
pub(super) struct VcfRecords {
    stream: Stream,
    header: Header,
    annotation: Annotation,
    chosen: Chosen,
    caller: &'static str,
    sides: Sides,
    input: usize,
    facts: FileFacts,
    is_binary: bool,
    /// A line read while looking for the header's end.
    first: Option<RawRecord>,
    records: u64,
    /// Lines between records that begin with `#`: the first, and how many.
    comments: Option<(u64, u64)>,
    /// Records of Ion Reporter that hint at a fusion and are not read: the first, and how many.
    imbalances: Option<(u64, u64)>,
}

impl VcfRecords {
    /// Reads the header: from `binary_header` for a BCF, else from the stream.
    pub(super) fn open(
        mut stream: Stream,
        options: &ReadOptions,
        binary_header: Option<String>,
    ) -> Result<Box<dyn Records>, ReadError> {
        let mut header = Header::new();
        let is_binary = binary_header.is_some();
        let mut first = None;
        match binary_header {
            Some(text) => {
                for (line, number) in text.lines().zip(1..) {
                    if header.take(line, number) {
                        break;
                    }
                }
            }
            None => first = text_header(&mut stream, &mut header)?,
        }
        header.close();
        let path = stream.path().to_owned();
        let chosen = tumour::choose(&header, options, &path)?;
        let (caller, detects) = producer::producer(&header);
        let sides = sides::of_file(caller, &header);
        let warnings = header
            .warnings
            .iter()
            .map(|(line, message)| (Some(*line), message.clone()))
            .chain(Annotation::not_read(&header).map(|message| (None, message)))
            .chain(sides::unreliable(sides).map(|message| (None, message.to_owned())))
            .map(|(line, message)| Warning {
                input: Some(options.input),
                line,
                message,
            })
            .collect();
        Ok(Box::new(Self {
            annotation: Annotation::new(&header),
            facts: FileFacts {
                caller: Some(caller),
                caller_version: producer::version(&header),
                assembly: assembly::assembly(&header),
                sample: chosen.name.clone(),
                detects: Some(detects),
                warnings,
            },
            stream,
            header,
            chosen,
            caller,
            sides,
            input: options.input,
            is_binary,
            first,
            records: 0,
            comments: None,
            imbalances: None,
        }))
    }

    fn next_record(&mut self) -> Result<Option<RawRecord>, ReadError> {
        if let Some(first) = self.first.take() {
            return Ok(Some(first));
        }
        if self.is_binary {
            let bytes = bcf::next_record(&mut self.stream, self.records + 1)?;
            self.records += 1;
            return Ok(bytes.map(|bytes| RawRecord {
                line: self.records,
                bytes,
                is_unended: false,
                part: 0,
            }));
        }
        while let Some(bytes) = self.stream.next_line()? {
            if bytes.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            if bytes.starts_with(b"#") {
                let (_, count) = self.comments.get_or_insert((self.stream.line(), 0));
                *count += 1;
                continue;
            }
            let line = self.stream.line();
            if self.caller == "ion-reporter" && ion_reporter::is_imbalance(&bytes) {
                let (_, count) = self.imbalances.get_or_insert((line, 0));
                *count += 1;
            }
            let is_unended = self.stream.is_unended();
            if is_unended {
                self.facts.warnings.push(unended(self.input, line));
            }
            return Ok(Some(RawRecord {
                line,
                bytes,
                is_unended,
                part: 0,
            }));
        }
        if let Some((line, count)) = self.imbalances.take() {
            self.facts.warnings.push(Warning {
                input: Some(self.input),
                line: Some(line),
                message: format!(
                    "{count} record(s) of uneven expression along a gene (5p3pAssays, RNAExonTiles), \
                     the first here; they may hint at a fusion and are not read"
                ),
            });
        }
        if let Some((line, count)) = self.comments.take() {
            self.facts.warnings.push(Warning {
                input: Some(self.input),
                line: Some(line),
                message: format!(
                    "{count} header or comment line(s) between records, the first here; passed over"
                ),
            });
        }
        Ok(None)
    }

    fn parse_line(&self, text: &str, number: u64, is_unended: bool) -> Parsed {
        let reject = |reason: String| Parsed {
            rejected: Some(Rejected {
                input: self.input,
                line: number,
                reason,
            }),
            ..Parsed::default()
        };
        let line = match Line::new(text) {
            Ok(line) => line,
            Err(reason) => return reject(reason),
        };
        if is_unended && line.is_cut(self.header.samples.len()) {
            return reject(
                "the file ends inside this record, so its numbers cannot be trusted".to_owned(),
            );
        }
        let context = Context {
            origin: Origin {
                input: self.input,
                line: number,
                caller: self.caller.to_owned(),
            },
            caller: self.caller,
            tumour: self.chosen.tumour,
            normal: self.chosen.normal,
            annotation: &self.annotation,
            sides: self.sides,
            of_sample: copy_number::OfSample::read(&self.header),
            joins: self
                .facts
                .detects
                .is_some_and(|detects| detects.contains(&Detects::Rearrangement)),
        };
        let mut odd = Vec::new();
        if line.sample_count() != self.header.samples.len() {
            odd.push(format!(
                "found {} sample column(s), the header names {}",
                line.sample_count(),
                self.header.samples.len()
            ));
        }
        if ion_reporter::is_no_variant(&line) {
            return Parsed::default();
        }
        let fusion = ion_reporter::claim(&line, &context, &mut odd);
        let is_fusion = fusion.is_some();
        let mut calls: Vec<Call> = fusion.into_iter().collect();
        let others = line.alternates.iter().filter(|_| !is_fusion);
        for (index, allele) in others.enumerate() {
            match claims(&line, allele, index, &context, &mut odd) {
                Ok(found) => calls.extend(found),
                Err(reason) => odd.push(reason),
            }
        }
        let readable = |allele: &&str| !allele.is_empty();
        if calls.is_empty() && !line.alternates.iter().all(readable) {
            return reject("ALT: an allele is empty, expected bases".to_owned());
        }
        Parsed {
            alerts: Vec::new(),
            calls,
            warnings: odd
                .into_iter()
                .map(|message| Warning::at(&context.origin, message))
                .collect(),
            rejected: None,
            sample: None,
        }
    }
}

/// The claims of one alternate allele.
///
/// # Errors
/// In words where the allele is none that the specification knows.
fn claims(
    line: &Line<'_>,
    allele: &str,
    index: usize,
    context: &Context<'_>,
    odd: &mut Vec<String>,
) -> Result<Vec<Call>, String> {
    let is_symbolic = allele.starts_with('<') && allele.ends_with('>');
    if matches!(allele, "<NON_REF>" | "<*>" | "<X>" | "*" | "." | "") {
        return Ok(Vec::new());
    }
    if allele.bytes().all(|base| base.is_ascii_alphabetic()) {
        let (call, found) = small_variant::call(line, index, context);
        odd.extend(found);
        return Ok(vec![call]);
    }
    if !is_symbolic && !junction::is_breakend(allele) {
        return Err(format!(
            "ALT: \"{}\" is no allele that the specification knows; left out",
            shown(allele)
        ));
    }
    // A caller of junctions writes its own estimate of the depth beside them (DELLY); an inversion
    // changes no number of copies.
    let counts = is_symbolic && !context.joins && !allele.starts_with("<INV");
    let copies = copy_number::copies(line, context).filter(|_| counts);
    let mut found =
        copies.map_or_else(Vec::new, |copies| copy_number::claims(line, allele, copies));
    if let (true, Some(copies)) = (found.is_empty(), copies) {
        // `<DEL>,<DUP>` of one segment: its copies are told once.
        if index > 0
            && line
                .alternates
                .first()
                .is_some_and(|first| first.starts_with('<'))
        {
            return Ok(Vec::new());
        }
        found.extend(copy_number::segment(line, allele, copies, context, odd));
    }
    if found.is_empty() {
        let (claim, also) = rearrangement::claim(line, allele, copies, context);
        odd.extend(also);
        found.push(claim);
    }
    let failed = small_variant::failed_filters(line, context.caller);
    let standing = if failed.is_empty() {
        Standing::Passed
    } else {
        Standing::Filtered(failed)
    };
    Ok(found
        .into_iter()
        .map(|claim| Call {
            origin: context.origin.clone(),
            claim,
            effects: Vec::new(),
            standing: standing.clone(),
        })
        .collect())
}

/// Reads up to `#CHROM`. A record before it comes back: the file has no such line.
fn text_header(stream: &mut Stream, header: &mut Header) -> Result<Option<RawRecord>, ReadError> {
    loop {
        let Some(bytes) = stream.next_line()? else {
            return if header.plain.is_empty() {
                Err(ReadError::Header {
                    path: stream.path().to_owned(),
                    line: 1,
                    what: format!(
                        "this is no VCF: no `##` line and no #CHROM line; it begins with {}",
                        stream.head().beginning()
                    ),
                })
            } else {
                Err(stream.damaged(
                    "the header ends without its #CHROM line, so the file was cut short".to_owned(),
                ))
            };
        };
        let number = stream.line();
        let text = String::from_utf8_lossy(&bytes);
        if matches!(text, Cow::Owned(_)) {
            header.warnings.push((
                number,
                "header: bytes that are not UTF-8; shown as \u{fffd}".to_owned(),
            ));
        }
        if !text.starts_with('#') && Line::new(&text).is_ok() {
            header.warnings.push((
                number,
                "no #CHROM line before the first record; columns are taken in their fixed order"
                    .to_owned(),
            ));
            let columns = text.split('\t').count();
            header.samples = (10..=columns)
                .map(|column| format!("column {column}"))
                .collect();
            return Ok(Some(RawRecord {
                line: number,
                bytes,
                is_unended: stream.is_unended(),
                part: 0,
            }));
        }
        if header.take(&text, number) {
            if stream.is_unended() {
                return Err(stream.damaged(
                    "the file ends inside its #CHROM line, so it was cut short".to_owned(),
                ));
            }
            return Ok(None);
        }
    }
}

impl Records for VcfRecords {
    fn facts(&self) -> &FileFacts {
        &self.facts
    }

    fn next_batch(&mut self) -> Result<Vec<RawRecord>, ReadError> {
        let mut batch = Vec::new();
        while batch.len() < BATCH_RECORDS
            && let Some(record) = self.next_record()?
        {
            batch.push(record);
        }
        Ok(batch)
    }

    fn parse(&self, raw: &RawRecord) -> Parsed {
        if self.is_binary {
            let (text, odd) = match bcf::text(&raw.bytes, &self.header) {
                Ok(found) => found,
                Err(reason) => {
                    return Parsed {
                        rejected: Some(Rejected {
                            input: self.input,
                            line: raw.line,
                            reason,
                        }),
                        ..Parsed::default()
                    };
                }
            };
            let mut parsed = self.parse_line(&text, raw.line, raw.is_unended);
            parsed
                .warnings
                .extend(odd.into_iter().map(|message| Warning {
                    input: Some(self.input),
                    line: Some(raw.line),
                    message,
                }));
            return parsed;
        }
        let text = String::from_utf8_lossy(&raw.bytes);
        let mut parsed = self.parse_line(&text, raw.line, raw.is_unended);
        if matches!(text, Cow::Owned(_)) {
            parsed.warnings.push(Warning {
                input: Some(self.input),
                line: Some(raw.line),
                message: "bytes that are not UTF-8; shown as \u{fffd}".to_owned(),
            });
        }
        parsed
    }

    fn finish(self: Box<Self>) -> Result<String, ReadError> {
        if self.stream.is_unended() && self.stream.is_packed() {
            return Err(self.stream.damaged(
                "the unpacked text ends without a line end, so it was cut short".to_owned(),
            ));
        }
        self.stream.finish()
    }
}
