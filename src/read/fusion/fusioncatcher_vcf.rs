//! FusionCatcher, `final-list_candidate-fusion-genes.vcf`, version 1.20 and later: its final list
//! once more, two breakends for each junction.
//!
//! | FusionCatcher | ours |
//! |---|---|
//! | INFO `GENE5`, `GENE3`, else `GENS5`, `GENS3` | 5' and 3' partner |
//! | INFO `END=5` or `END=3` | which partner `CHROM` and `POS` belong to; no coordinate |
//! | `CHROM`, `POS`; the place in `ALT` | breakpoints, 1-based |
//! | INFO `STRAND`; the bracket in `ALT` | strands: `[` is `+`, `]` is `-`, other than VCF means them |
//! | INFO `SR`, `SP` | `split_reads`, `spanning_pairs` of the pair of genes |
//! | INFO `EFFECT`, `DESC` | as `Predicted_effect`, `Fusion_description` in the table |
//! | `##reference`, `##source` | assembly, version |
//!
//! Both breakends claim the whole fusion, and become one event. The claims bear the name
//! `fusioncatcher`, as those of the table: it is one caller's word. Manual: the tool's source,
//! `fc2vcf.py`.

use super::fusioncatcher::{NAME, kind, set_effect};
use super::vcf::declares;
use crate::domain::{
    Call, Chromosome, Detects, Fusion, GeneSymbol, Locus, Partner, PartnerOrder, Standing, Strand,
};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Row, RowReader, Table, shown};
use crate::read::vcf::assembly_named;
use crate::read::{Caller, FileFacts, Manual, ReadError, ReadOptions, Records, WrittenFrom};

/// FusionCatcher's VCF.
pub(super) struct FusionVcf;

/// See [`FusionVcf`].
pub(super) static CALLER: FusionVcf = FusionVcf;

impl Caller for FusionVcf {
    fn name(&self) -> &'static str {
        "fusioncatcher-vcf"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "FusionCatcher final-list_candidate-fusion-genes.vcf",
            versions: "1.20 and later",
            written_from: WrittenFrom::Files,
            recognised_by: "##INFO of GENE5 and GENE3",
            columns: &[
                ("INFO GENE5 / GENE3", "5' and 3' partner"),
                ("CHROM, POS, ALT", "breakpoints, 1-based"),
                ("INFO END", "whose breakpoint POS is: 5 or 3"),
                ("INFO SR", "split_reads"),
                ("INFO SP", "spanning_pairs"),
                ("INFO EFFECT", "frame, else site"),
                ("INFO DESC", "event type"),
            ],
            support: "SR cross the junction; SP lie on either side, counted per pair of genes",
            order: "GENE5 is 5', GENE3 is 3', stated",
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Fusion]
    }

    fn recognises(&self, head: &Head) -> bool {
        ["GENE5", "GENE3"].iter().all(|field| declares(head, field))
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, NAME, Rows, options)
    }
}

struct Rows;

impl RowReader for Rows {
    fn needed(&self) -> &'static [&'static str] {
        &["#CHROM", "POS", "ALT", "FILTER", "INFO"]
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn comment(&mut self, line: &str, facts: &mut FileFacts) {
        if let Some(source) = line
            .strip_prefix("##source=")
            .filter(|text| !text.is_empty())
        {
            facts.caller_version = Some(source.to_owned());
        }
        if let Some(assembly) = line.strip_prefix("##reference=").and_then(assembly_named) {
            facts.assembly = Some((assembly, "##reference".to_owned()));
        }
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let here = row.locus("#CHROM", "POS")?;
        let (there, mate_strand) = mate(row.text("ALT").unwrap_or_default())?;
        let text = row.text("INFO").unwrap_or_default().to_owned();
        let info = |key: &str| {
            text.split(';').find_map(|field| {
                let (name, value) = field.split_once('=')?;
                (name == key && !value.is_empty()).then_some(value)
            })
        };
        let gene = |symbol, id| {
            info(symbol)
                .and_then(GeneSymbol::new)
                .or_else(|| info(id).and_then(GeneSymbol::new))
        };
        let own_strand = info("STRAND").and_then(Strand::new);
        let own = |gene| Partner::at(gene, here.clone(), own_strand);
        let other = |gene| Partner::at(gene, there.clone(), mate_strand);
        let (five_prime, three_prime) = match info("END") {
            Some("5") => (own(gene("GENE5", "GENS5")), other(gene("GENE3", "GENS3"))),
            Some("3") => (other(gene("GENE5", "GENS5")), own(gene("GENE3", "GENS3"))),
            found => {
                return Err(format!(
                    "INFO END: found \"{}\", expected 5 or 3",
                    shown(found.unwrap_or_default())
                ));
            }
        };
        let mut count = |key: &str| {
            let read = info(key)?.parse().ok();
            if read.is_none() {
                row.warn(format!(
                    "INFO {key}: found \"{}\", expected a whole number; left out",
                    shown(info(key).unwrap_or_default())
                ));
            }
            read
        };
        let mut fusion = Fusion {
            split_reads: count("SR"),
            spanning_pairs: count("SP"),
            event_type: info("DESC").and_then(kind),
            ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
        };
        set_effect(&mut fusion, row, "INFO EFFECT", info("EFFECT"));
        let standing = match row.text("FILTER") {
            None | Some("PASS") => Standing::Passed,
            Some(filters) => Standing::Filtered(filters.split(';').map(str::to_owned).collect()),
        };
        Ok(vec![row.fusion(fusion, standing)])
    }
}

/// The other end in `N[4:1727977[`, with the strand that its bracket stands for.
fn mate(alternate: &str) -> Result<(Locus, Option<Strand>), String> {
    let refuse = || format!("ALT: found \"{}\", expected a breakend", shown(alternate));
    let strand = match (alternate.contains('['), alternate.contains(']')) {
        (true, false) => Some(Strand::Plus),
        (false, true) => Some(Strand::Minus),
        (true, true) | (false, false) => None,
    };
    let (chrom, pos) = alternate
        .split(['[', ']'])
        .nth(1)
        .and_then(|place| place.rsplit_once(':'))
        .filter(|(chrom, pos)| !chrom.is_empty() && pos.bytes().all(|byte| byte.is_ascii_digit()))
        .ok_or_else(refuse)?;
    let pos = pos.parse().ok().filter(|pos| *pos > 0).ok_or_else(refuse)?;
    let chrom = Chromosome::new(chrom);
    Ok((Locus { chrom, pos }, strand))
}
