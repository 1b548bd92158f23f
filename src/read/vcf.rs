//! VCF 4.x and BCF 2 of every producer: small variants, breakends, symbolic alleles.
//!
//! | VCF | ours |
//! |---|---|
//! | `CHROM`, `POS`, `REF`, `ALT` | place (1-based) and alleles; one claim for each allele |
//! | `FILTER` | whether the record passed; `.` counts as passed |
//! | FORMAT of the tumour's column | depth, alternate reads, fraction: see [`reads`] |
//! | INFO `CSQ`, `ANN`, `BCSQ`, `FUNCOTATION`, `EFF`, `IMPACT` of PAVE | effects: see [`annotation`] |
//! | INFO `PROB_…` of Varlociraptor | whether the record stands: see [`varlociraptor`] |
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
mod records;
mod small_variant;
mod tumour;
mod varlociraptor;

use crate::domain::{Detects, Origin};
use crate::read::stream::{Head, Stream};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records, WrittenFrom};
use annotation::Annotation;
use line::Line;
use records::VcfRecords;

/// In the order `sarcolens formats` lists them.
pub(super) static CALLERS: &[&dyn Caller] = &[&Vcf, &Bcf];

/// VCF as text.
pub struct Vcf;

/// BCF 2.1 and 2.2.
pub struct Bcf;

const MANUAL: Manual = Manual {
    title: "VCF of small variants (also breakends and symbolic alleles)",
    versions: "4.0 to 4.5; plain, gzip, BGZF",
    written_from: WrittenFrom::Files,
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
        (
            "INFO CSQ, ANN, EFF, BCSQ, FUNCOTATION, IMPACT",
            "VEP, SnpEff, bcftools csq, Funcotator, PAVE",
        ),
        ("INFO PROB_*", "Varlociraptor: which event is probable"),
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
