//! VCF 4.x and BCF 2 of every producer: small variants, breakends, symbolic alleles.
//!
//! | VCF | ours |
//! |---|---|
//! | `CHROM`, `POS`, `REF`, `ALT` | place (1-based) and alleles; one claim for each allele |
//! | `FILTER` | whether the record passed; `.` counts as passed |
//! | FORMAT of the tumour's column | depth, alternate reads, fraction: see [`reads`] |
//! | INFO `CSQ`, `ANN`, `BCSQ` | effects: see [`annotation`] |
//! | `<DEL>`, `<DUP>`, `<CNV>` with `CN` | copy number, for the genes named or at the place |
//! | breakends, other symbolic alleles | a rearrangement: see [`rearrangement`] |
//!
//! `<NON_REF>`, `<*>`, `*` and `.` claim nothing. `noodles` unpacks BGZF; the text is read here,
//! because its header and eager readers refuse a tenth of valid public files.

mod annotation;
mod assembly;
mod bcf;
mod copy_number;
mod header;
mod line;
mod meta;
mod producer;
mod reads;
mod rearrangement;
mod small_variant;
mod tumour;

use crate::domain::{Call, Detects, Origin, Rejected, Standing, Warning};
use crate::read::stream::{Head, Stream};
use crate::read::{
    BATCH_RECORDS, Caller, FileFacts, Manual, Parsed, RawRecord, ReadError, ReadOptions, Records,
};
use annotation::Annotation;
use header::Header;
use line::Line;
use std::borrow::Cow;
use tumour::Chosen;

/// VCF as text.
pub struct Vcf;

/// BCF 2.1 and 2.2.
pub struct Bcf;

const MANUAL: Manual = Manual {
    title: "VCF of small variants (also breakends and symbolic alleles)",
    versions: "4.0 to 4.5; plain, gzip, BGZF",
    recognised_by: "##fileformat=VCF, #CHROM, or eight columns with a position and bases",
    columns: &[
        ("CHROM, POS, REF, ALT", "place (1-based) and alleles"),
        ("FILTER", "passed or not; . counts as passed"),
        (
            "FORMAT AD, AF, DP, FA, VAF",
            "Mutect2, MuTect, MuSE, SAGE, TNscope, DeepVariant, ClairS",
        ),
        ("FORMAT AU CU GU TU, TAR TIR", "Strelka"),
        ("FORMAT RD, AD, FREQ", "VarScan"),
        ("FORMAT VD", "VarDict"),
        ("FORMAT RO, AO; FAO, FDP", "FreeBayes; Ion Reporter"),
        ("FORMAT DP4", "SomaticSniper"),
        (
            "INFO DP, DP4, AF; TDP, TVAF",
            "LoFreq (no sample columns); PCGR input",
        ),
        ("INFO CSQ, ANN, BCSQ", "VEP, SnpEff, bcftools csq"),
        (
            "INFO SVTYPE, END, CHR2, GENE; CN",
            "breakends, segments, copies",
        ),
    ],
    support: "reads with the alternate allele and all reads at the position, in the tumour",
    order: "a DNA junction has no 5' to 3' order",
};

impl Caller for Vcf {
    fn name(&self) -> &'static str {
        "vcf"
    }

    fn manual(&self) -> Manual {
        MANUAL
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::SmallVariant]
    }

    fn recognises(&self, head: &Head) -> bool {
        if Bcf.recognises(head) {
            return false;
        }
        let stated = head.lines().take(20).any(|line| {
            line.starts_with("##fileformat=VCF") || line.starts_with("#CHROM\tPOS\tID\tREF\tALT")
        });
        // A header may have been cut off before the records.
        let first = head
            .lines()
            .find(|line| !line.trim().is_empty() && !line.starts_with("##"));
        stated
            || first.is_some_and(|line| {
                Line::new(&line).is_ok_and(|line| line.pos > 0 && !line.alternates.is_empty())
            })
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        VcfRecords::open(stream, options, None)
    }
}

impl Caller for Bcf {
    fn name(&self) -> &'static str {
        "bcf"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "BCF, the binary form of VCF",
            versions: "2.1, 2.2",
            recognised_by: "the bytes BCF\\2",
            ..MANUAL
        }
    }

    fn detects(&self) -> &'static [Detects] {
        Vcf.detects()
    }

    fn recognises(&self, head: &Head) -> bool {
        head.bytes().starts_with(bcf::MAGIC)
    }

    fn open(
        &self,
        mut stream: Stream,
        options: &ReadOptions,
    ) -> Result<Box<dyn Records>, ReadError> {
        let text = bcf::header_text(&mut stream)?;
        VcfRecords::open(stream, options, Some(text))
    }
}

/// What a claim needs besides its line.
struct Context<'a> {
    origin: Origin,
    caller: &'static str,
    tumour: Option<usize>,
    normal: Option<usize>,
    annotation: &'a Annotation,
}

struct VcfRecords {
    stream: Stream,
    header: Header,
    annotation: Annotation,
    chosen: Chosen,
    caller: &'static str,
    input: usize,
    facts: FileFacts,
    is_binary: bool,
    /// A line read while looking for the header's end.
    first: Option<RawRecord>,
    records: u64,
}

impl VcfRecords {
    /// Reads the header: from `binary_header` for a BCF, else from the stream.
    fn open(
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
        let warnings = header
            .warnings
            .iter()
            .map(|(line, message)| (Some(*line), message.clone()))
            .chain(Annotation::not_read(&header).map(|message| (None, message)))
            .map(|(line, message)| Warning {
                input: Some(options.input),
                line,
                message,
            })
            .collect();
        Ok(Box::new(Self {
            annotation: Annotation::new(&header),
            facts: FileFacts {
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
            input: options.input,
            is_binary,
            first,
            records: 0,
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
            }));
        }
        while let Some(bytes) = self.stream.next_line()? {
            if bytes.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            if bytes.starts_with(b"#") {
                self.facts.warnings.push(Warning {
                    input: Some(self.input),
                    line: Some(self.stream.line()),
                    message: "a header or comment line between records; passed over".to_owned(),
                });
                continue;
            }
            return Ok(Some(RawRecord {
                line: self.stream.line(),
                bytes,
            }));
        }
        Ok(None)
    }

    fn parse_line(&self, text: &str, number: u64) -> Parsed {
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
        };
        let mut odd = Vec::new();
        if line.sample_count() != self.header.samples.len() {
            odd.push(format!(
                "found {} sample column(s), the header names {}",
                line.sample_count(),
                self.header.samples.len()
            ));
        }
        let mut calls = Vec::new();
        for (index, allele) in line.alternates.iter().enumerate() {
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
    if !is_symbolic && !rearrangement::is_breakend(allele) {
        return Err(format!(
            "ALT: \"{}\" is no allele that the specification knows; left out",
            line::shown(allele)
        ));
    }
    let copies = copy_number::copies(line, context).filter(|_| is_symbolic);
    let mut found =
        copies.map_or_else(Vec::new, |copies| copy_number::claims(line, allele, copies));
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
                Err(ReadError::Empty {
                    path: stream.path().to_owned(),
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
            }));
        }
        if header.take(&text, number) {
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
            let mut parsed = self.parse_line(&text, raw.line);
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
        let mut parsed = self.parse_line(&text, raw.line);
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
        self.stream.finish()
    }
}
