//! VCF 4.x and BCF 2 of every producer: small variants, breakends, symbolic alleles.
//!
//! | VCF | ours |
//! |---|---|
//! | `CHROM`, `POS`, `REF`, `ALT` | place (1-based) and alleles; one claim for each allele |
//! | `FILTER` | whether the record passed; `.` counts as passed |
//! | FORMAT of the tumour's column | depth, alternate reads, fraction: see [`reads`] |
//! | INFO `CSQ`, `ANN`, `BCSQ`, `FUNCOTATION`, `EFF`, `FUNC`, `IMPACT` of PAVE | effects: see [`annotation`] |
//! | INFO `PROB_…` of Varlociraptor | whether the record stands: see [`varlociraptor`] |
//! | `SVTYPE=Fusion`, `RNAExonVariant` | a fusion: see [`ion_reporter`] |
//! | `<DEL>`, `<DUP>`, `<CNV>` with `CN` | copy number, for the genes named or at the place |
//! | breakends, other symbolic alleles | a rearrangement: see [`rearrangement`] and [`support`] |
//!
//! `<NON_REF>`, `<*>`, `*` and `.` claim nothing. `noodles` unpacks BGZF; the text is read here,
//! because its header and eager readers refuse a tenth of valid public files.

mod annotation;
mod assembly;
mod bcf;
mod copy_number;
mod header;
mod ion_reporter;
mod line;
mod mates;
mod meta;
mod producer;
mod reads;
mod rearrangement;
mod records;
mod sides;
mod small_variant;
mod support;
mod tumour;
mod varlociraptor;

use crate::domain::{Detects, Origin};
use crate::read::fusion::is_fusion_vcf;
use crate::read::stream::{Head, Stream};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records, WrittenFrom};
use annotation::Annotation;
pub(super) use assembly::by_name as assembly_named;
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
            "INFO CSQ, ANN, EFF, BCSQ, FUNCOTATION, FUNC, IMPACT",
            "VEP, SnpEff, bcftools csq, Funcotator, Ion Reporter, PAVE",
        ),
        ("INFO PROB_*", "Varlociraptor: which event is probable"),
        (
            "SVTYPE=Fusion, RNAExonVariant; ID, GENE_NAME, EXON_NUM, READ_COUNT",
            "Ion Reporter's fusions (from documentation)",
        ),
        (
            "INFO SVTYPE, END, CHR2, GENE; CN",
            "breakends, segments, copies",
        ),
        (
            "the shape of a breakend; CT, STRANDS",
            "sides joined; STRANDS alone in Severus and Sniffles 1, none in Sniffles 2.0 to 2.7 \
             and INTEGRATE",
        ),
        (
            "INFO MATEID, MATE_ID, PARID, EVENT",
            "the two records of one junction",
        ),
        (
            "FORMAT PR, SR; VF, BVF; SF, DF",
            "Manta, DRAGEN; GRIDSS, PURPLE; ESVEE",
        ),
        (
            "FORMAT DV, RV; SU, PE, SR; DR",
            "DELLY, Severus, Sniffles; LUMPY; SvABA",
        ),
        ("INFO TUMOUR_READ_SUPPORT; RE, SUPPORT", "SAVANA; Sniffles"),
    ],
    support: "reads with the alternate allele and all reads at the position, in the tumour; of a \
              junction split reads, pairs and fragments as the caller counts them, never summed \
              (SvABA by its documentation, no file was seen)",
    order: "a DNA junction has no 5' to 3' order; which the strands allow is derived from the sides; \
            a fusion of Ion Reporter names its 5' gene first",
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
        // Fusions of transcripts as breakends have readers of their own.
        if Bcf.recognises(head) || is_fusion_vcf(head) {
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
    /// How far the sides of a breakend are to be believed.
    sides: sides::Sides,
    /// Whether the caller sees junctions, not only depth.
    joins: bool,
    /// Tumour content and ploidy by the header.
    of_sample: copy_number::OfSample,
}
