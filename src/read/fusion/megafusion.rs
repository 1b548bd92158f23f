//! Fusions as VCF: MegaFusion, and nf-core/rnafusion, which took its shape.
//!
//! | VCF | ours |
//! |---|---|
//! | INFO `GENEA`, `GENEB` | 5' and 3' partner; `A(835),B(3370)` is a place between genes |
//! | INFO `CHRA`, `POSA`, `CHRB`, `POSB` (rnafusion) | breakpoints, 1-based; `0` is none |
//! | `CHROM`, `POS`, the place in `ALT` | breakpoints, where INFO has no `POSA` |
//! | INFO `ORIENTATION` `+,-` | strands of the two genes |
//! | INFO `FRAME_STATUS` | `frame` |
//! | INFO `TRANSCRIPT_ID_…`, `TRANSCRIPT_VERSION_…`, `EXON_NUMBER_…` | transcripts and exons |
//! | INFO `FOUND_IN`, or `ARRIBA=true` … (older) | a claim under each caller's own name |
//! | FORMAT `DV`, `RV` of MegaFusion | `spanning_pairs`, `split_reads`, as its header says |
//! | FORMAT `DV`, `RV` of rnafusion | `split_reads`, `spanning_pairs`: the reverse of its header |
//! | `QUAL` of MegaFusion that is no number | names of the filters (it writes `PASS` beside them) |
//!
//! rnafusion's own script writes the junction reads of FusionInspector as `DV` and the spanning
//! fragments as `RV`, and zeros (`FFPM` too) where FusionInspector did not see the fusion: those are no
//! counts. Its `ALT` follows strands and `GT` is `./1` always; neither is read. A space may divide the
//! columns' names. Not read: databases, scores, HGNC numbers, annotations.

mod info;

use super::partners::{caller, pairs, partners};
use super::vcf::{declares, is_fusion_vcf};
use crate::domain::{Call, Detects, Fusion, PartnerOrder, Standing, Strand};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Columns, Row, RowReader, Table, shown};
use crate::read::{Caller, FileFacts, Manual, ReadError, ReadOptions, Records, WrittenFrom};
use info::{Info, frame_of, places, side};

const COLUMNS: &[&str] = &[
    "CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT", "VALUES",
];

/// Callers that older files of rnafusion name by a field each.
const FLAGS: &[&str] = &["ARRIBA", "FUSIONCATCHER", "PIZZLY", "SQUID", "STARFUSION"];

/// MegaFusion's VCF.
pub(super) static MEGAFUSION: FusionVcf = FusionVcf {
    name: "megafusion-vcf",
    is_rnafusion: false,
};

/// rnafusion's VCF.
pub(super) static RNAFUSION: FusionVcf = FusionVcf {
    name: "rnafusion-vcf",
    is_rnafusion: true,
};

/// A VCF whose INFO names two genes.
#[derive(Clone, Copy)]
pub(super) struct FusionVcf {
    name: &'static str,
    is_rnafusion: bool,
}

impl Caller for FusionVcf {
    fn name(&self) -> &'static str {
        self.name
    }

    fn manual(&self) -> Manual {
        let megafusion = Manual {
            title: "MegaFusion, fusions of one caller as VCF",
            versions: "0.0",
            written_from: WrittenFrom::Documentation,
            recognised_by: "INFO GENEA, GENEB; no TOOL_HITS",
            columns: &[
                ("GENEA / GENEB", "partners"),
                ("CHROM, POS; ALT", "breakpoints, 1-based"),
                ("ORIENTATION", "strands"),
                ("FORMAT RV", "split_reads"),
                ("FORMAT DV", "spanning_pairs"),
                ("ID", "caller"),
            ],
            support: "as the caller counted: RV split reads, DV pairs",
            order: "GENEA is 5', as the caller gave it",
        };
        if !self.is_rnafusion {
            return megafusion;
        }
        Manual {
            title: "nf-core/rnafusion, fusion_data.vcf",
            versions: "2.x and later, by their INFO fields",
            written_from: WrittenFrom::Files,
            recognised_by: "INFO GENEA, GENEB, TOOL_HITS",
            columns: &[
                ("GENEA / GENEB", "partners"),
                ("CHRA, POSA / CHRB, POSB", "breakpoints, 1-based; 0 is none"),
                ("ORIENTATION", "strands"),
                ("FRAME_STATUS", "frame"),
                ("FOUND_IN", "a claim under each caller's name"),
                ("FORMAT DV", "split_reads"),
                ("FORMAT RV", "spanning_pairs"),
                (
                    "TRANSCRIPT_ID_A / _B, EXON_NUMBER_A / _B",
                    "transcripts, exons",
                ),
            ],
            support: "FusionInspector's: DV junction reads, RV spanning fragments (its header says \
                      the reverse); all zero means none stated",
            order: "GENEA is 5', as the callers give it",
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Fusion]
    }

    fn recognises(&self, head: &Head) -> bool {
        is_fusion_vcf(head)
            && declares(head, "GENEA")
            && declares(head, "TOOL_HITS") == self.is_rnafusion
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        let reader = Reader {
            is_rnafusion: self.is_rnafusion,
            sample: None,
        };
        Table::open(stream, self.name, reader, options)
    }
}

struct Reader {
    is_rnafusion: bool,
    sample: Option<String>,
}

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        &[]
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn without_header(&self) -> Option<&'static [&'static str]> {
        Some(COLUMNS)
    }

    fn is_record(&self, line: &str) -> bool {
        !line.starts_with('#')
    }

    fn comment(&mut self, line: &str, facts: &mut FileFacts) {
        if let Some(source) = line.strip_prefix("##source=") {
            facts.caller_version = Some(source.trim().to_owned());
        } else if line.starts_with("#CHROM") {
            // What a program writes where it was told no name identifies nobody.
            let name = line.split_whitespace().nth(9);
            let name = name.filter(|name| !matches!(*name, "Bob" | "Sample"));
            self.sample = name.map(str::to_owned);
            facts.sample.clone_from(&self.sample);
        }
    }

    fn header(&mut self, _: &Columns, options: &ReadOptions) -> Result<(), String> {
        match (&self.sample, options.wanted_sample()) {
            (Some(name), Some(wanted)) if name != wanted => Err(format!(
                "the file's sample is \"{}\", not \"{}\"; map it with `--tumor-sample`",
                shown(name),
                shown(wanted)
            )),
            _ => Ok(()),
        }
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let info = Info(row.text("INFO").unwrap_or_default().to_owned());
        let (five_prime, three_prime) = (partners(info.get("GENEA")), partners(info.get("GENEB")));
        if info.get("GENEA").is_none() && info.get("GENEB").is_none() {
            return Err("INFO: found neither GENEA nor GENEB, expected two genes".to_owned());
        }
        let (first, second) = places(row, &info)?;
        let strands: Vec<Option<Strand>> = info
            .get("ORIENTATION")
            .into_iter()
            .flat_map(|text| text.split(','))
            .map(Strand::new)
            .collect();
        let strand = |at: usize| strands.get(at).copied().flatten();
        let five_prime = side(&five_prime, first, strand(0), &info, "A");
        let three_prime = side(&three_prime, second, strand(1), &info, "B");
        let (split_reads, spanning_pairs) = self.support(row);
        let frame = frame_of(row, &info);
        let standing = self.standing(row);
        let mut calls = Vec::new();
        for name in self.callers(row, &info) {
            row.origin.caller = name;
            for (five_prime, three_prime) in pairs(&five_prime, &three_prime) {
                let fusion = Fusion {
                    frame,
                    split_reads,
                    spanning_pairs,
                    ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
                };
                calls.push(row.fusion(fusion, standing.clone()));
            }
        }
        Ok(calls)
    }
}

impl Reader {
    /// Callers that saw it; this format's own name where none is named.
    fn callers(&self, row: &Row<'_>, info: &Info) -> Vec<String> {
        let named: Vec<String> = if self.is_rnafusion {
            let listed = info
                .get("FOUND_IN")
                .into_iter()
                .flat_map(|text| text.split(','));
            let flagged = FLAGS
                .iter()
                .filter(|flag| info.get(flag).is_some_and(|text| text == "true"))
                .copied();
            listed.chain(flagged).map(caller).collect()
        } else {
            // `Arriba_Fusion_1`
            row.text("ID")
                .and_then(|id| id.split_once("_Fusion_"))
                .map(|(source, _)| caller(source))
                .into_iter()
                .collect()
        };
        let named: Vec<String> = named.into_iter().filter(|name| !name.is_empty()).collect();
        if named.is_empty() {
            vec![row.origin.caller.clone()]
        } else {
            named
        }
    }

    /// Reads across the junction and pairs on either side of it.
    fn support(&self, row: &mut Row<'_>) -> (Option<u32>, Option<u32>) {
        let keys = row.text("FORMAT").unwrap_or_default().to_owned();
        let values = row.text("VALUES").unwrap_or_default().to_owned();
        let value = |key: &str| {
            let at = keys.split(':').position(|known| known == key)?;
            // MegaFusion puts further fields behind a semicolon.
            let text = values.split(':').nth(at)?.split(';').next()?;
            (!matches!(text, "" | ".")).then(|| text.to_owned())
        };
        let mut count = |key: &str| {
            let text = value(key)?;
            let read = text.parse().ok();
            if read.is_none() {
                row.warn(format!(
                    "{key}: found \"{}\", expected a whole number; left out",
                    shown(&text)
                ));
            }
            read
        };
        let (pairs, reads) = (count("DV"), count("RV"));
        if !self.is_rnafusion {
            return (reads, pairs);
        }
        let is_unseen = value("FFPM").is_some_and(|text| text.parse() == Ok(0.0));
        if pairs == Some(0) && reads == Some(0) && is_unseen {
            return (None, None);
        }
        (pairs, reads)
    }

    fn standing(&self, row: &Row<'_>) -> Standing {
        let mut failed: Vec<String> = row
            .text("FILTER")
            .into_iter()
            .flat_map(|text| text.split(';'))
            .filter(|filter| *filter != "PASS")
            .map(str::to_owned)
            .collect();
        if !self.is_rnafusion {
            // A filter with a count in brackets removed reads, not the event.
            let words = row
                .text("QUAL")
                .into_iter()
                .filter(|text| text.parse::<f64>().is_err())
                .flat_map(|text| text.split(','))
                .filter(|filter| !filter.is_empty() && !filter.contains('('));
            failed.extend(words.map(str::to_owned));
        }
        if failed.is_empty() {
            Standing::Passed
        } else {
            Standing::Filtered(failed)
        }
    }
}
