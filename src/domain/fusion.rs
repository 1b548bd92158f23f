//! A fusion of two genes, or of a gene with something that is none.

use crate::domain::{
    Assembly, Chromosome, GeneSymbol, Locus, PredictedJunction, Rearrangement, Strand,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One end of a fusion.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Partner {
    /// The gene. `None` where the caller places the breakpoint outside every gene or does not
    /// know; a neighbouring gene is not a partner and stands in `near`.
    pub gene: Option<GeneSymbol>,
    /// The symbol the file wrote, where it is another than `gene` (an earlier or alias name).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_as: Option<GeneSymbol>,
    /// Transcript as the caller gave it.
    pub transcript: Option<String>,
    /// Last kept exon of the 5' gene or first kept exon of the 3' gene, from 1. The caller's, else
    /// by the breakpoint (see [`Fusion::exons_from_breakpoints`]). `None` where neither tells.
    pub exon: Option<u32>,
    /// Chromosome of the breakpoint.
    pub chrom: Option<Chromosome>,
    /// Breakpoint: last or first base of the fusion transcript on this side, 1-based.
    pub pos: Option<u64>,
    /// Strand of the gene in the fusion.
    pub strand: Option<Strand>,
    /// Where in the gene the breakpoint lies, in the caller's words (`CDS/splice-site`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// Genes beside an intergenic breakpoint. They are neighbours, not partners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub near: Vec<GeneSymbol>,
}

impl Partner {
    /// The gene alone.
    pub fn named(gene: Option<GeneSymbol>) -> Self {
        Self {
            gene,
            ..Self::default()
        }
    }

    /// The gene with its breakpoint.
    pub fn at(gene: Option<GeneSymbol>, locus: Locus, strand: Option<Strand>) -> Self {
        Self {
            gene,
            chrom: Some(locus.chrom),
            pos: Some(locus.pos),
            strand,
            ..Self::default()
        }
    }

    /// The symbol, or `?` where no gene is known.
    pub fn name(&self) -> &str {
        self.gene.as_ref().map_or("?", GeneSymbol::as_str)
    }

    /// The breakpoint. `None` where chromosome or position is unknown.
    pub fn locus(&self) -> Option<Locus> {
        Some(Locus {
            chrom: self.chrom.clone()?,
            pos: self.pos?,
        })
    }
}

/// How sure it is which gene is the 5' one.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum PartnerOrder {
    /// The caller states the order and derives it from the strands.
    Stated,
    /// The caller lists two genes without claiming an order, or says that it guessed.
    Unoriented,
    /// Nothing is known of the order.
    Unknown,
}

/// Whether the reading frame of the 5' gene goes on in the 3' gene.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Frame {
    /// It goes on.
    InFrame,
    /// It is lost, or a stop codon comes before the junction.
    OutOfFrame,
    /// It goes on when exons are skipped.
    SkippedExons,
    /// The event works without a fusion protein, so a frame means nothing.
    NotApplicable,
    /// Neither a caller nor the breakpoints tell.
    Unknown,
}

/// The caller's own grade.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names are the callers' words")]
pub enum Confidence {
    Low,
    Medium,
    High,
}

/// Protein domains on the two sides of the junction, as the caller names them, else by the breakpoints
/// (see [`Fusion::domains_from_breakpoints`]).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Domains {
    /// Domains wholly or partly kept, 5' gene first.
    pub kept: Vec<String>,
    /// Domains lost. Empty where the caller does not tell lost ones.
    pub lost: Vec<String>,
}

/// A further breakpoint pair of the same event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Junction {
    /// The two genes as this record names them: `SS18::SSX2`.
    pub label: String,
    /// Breakpoint in the first gene named.
    pub five_prime: Option<Locus>,
    /// Breakpoint in the second gene named.
    pub three_prime: Option<Locus>,
    /// Reads across the junction.
    pub split_reads: Option<u32>,
    /// Read pairs on either side of it.
    pub spanning_pairs: Option<u32>,
    /// Frame of this junction: the caller's, else by its breakpoints.
    pub frame: Frame,
    /// What its breakpoints say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predicted: Option<Box<PredictedJunction>>,
    /// How it relates to the event's main junction.
    pub relation: JunctionRelation,
    /// Callers that saw it.
    pub callers: Vec<String>,
}

/// How a further junction relates to the main one.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum JunctionRelation {
    /// Same genes, another breakpoint or isoform.
    Alternative,
    /// The reverse product: 3' gene first.
    Reciprocal,
    /// A member of the same gene family in the place of one partner.
    Paralogue,
    /// Same breakpoints under another gene's name.
    SameBreakpoint,
}

/// A fusion as observed: one event, however many records saw it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Fusion {
    /// `None` where the assembly could not be told.
    pub assembly: Option<Assembly>,
    /// The 5' partner (the first one listed where the order is not stated).
    pub five_prime: Partner,
    /// The 3' partner.
    pub three_prime: Partner,
    /// How sure the order is.
    pub order: PartnerOrder,
    /// Frame of the best supported junction: the callers' where one tells it, else by the breakpoints.
    pub frame: Frame,
    /// Reads across the junction, of the best supported record: records of one event share
    /// reads, so they are never summed. `None` where no caller says.
    pub split_reads: Option<u32>,
    /// Read pairs on either side of the junction, of the same record.
    pub spanning_pairs: Option<u32>,
    /// Best grade any caller gave. `None` where callers do not grade.
    pub confidence: Option<Confidence>,
    /// Event type in the caller's words (`translocation`, `deletion/read-through`).
    pub event_type: Option<String>,
    /// Callers that saw the event and passed it, sorted.
    pub callers: Vec<String>,
    /// Kept and lost domains.
    pub domains: Domains,
    /// What the breakpoints of the best supported junction say. `None` where the assembly or the order
    /// of the genes is not known, or a breakpoint is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predicted: Option<Box<PredictedJunction>>,
    /// No caller tells the frame: `frame` is what the breakpoints say.
    #[serde(default, skip_serializing_if = "is_false")]
    pub frame_from_breakpoints: bool,
    /// Genes whose `exon` no caller tells: it is what the breakpoint says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exons_from_breakpoints: Vec<GeneSymbol>,
    /// No caller tells domains: `domains` are what the breakpoints say.
    #[serde(default, skip_serializing_if = "is_false")]
    pub domains_from_breakpoints: bool,
    /// Genes of whose domains nothing is known to the program: they are neither kept nor lost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains_not_curated: Vec<GeneSymbol>,
    /// Every other junction of the event.
    #[serde(default)]
    pub junctions: Vec<Junction>,
    /// The joined ends in DNA that belong to it: same two genes, seen by DNA callers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dna: Vec<Rearrangement>,
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}

impl Fusion {
    /// A fusion of these two of which nothing else is known yet.
    pub fn of(five_prime: Partner, three_prime: Partner, order: PartnerOrder) -> Self {
        Self {
            assembly: None,
            five_prime,
            three_prime,
            order,
            frame: Frame::Unknown,
            split_reads: None,
            spanning_pairs: None,
            confidence: None,
            event_type: None,
            callers: Vec::new(),
            domains: Domains::default(),
            predicted: None,
            frame_from_breakpoints: false,
            exons_from_breakpoints: Vec::new(),
            domains_from_breakpoints: false,
            domains_not_curated: Vec::new(),
            junctions: Vec::new(),
            dna: Vec::new(),
        }
    }

    /// Takes from the breakpoints what no caller tells: frame, exons, domains.
    pub fn tell_from_breakpoints(&mut self) {
        let Some(predicted) = &self.predicted else {
            return;
        };
        if self.frame == Frame::Unknown && predicted.frame != Frame::Unknown {
            self.frame = predicted.frame;
            self.frame_from_breakpoints = true;
        }
        let sides = [
            (&mut self.five_prime, predicted.five_prime.as_ref()),
            (&mut self.three_prime, predicted.three_prime.as_ref()),
        ];
        for (partner, side) in sides {
            let Some(side) = side else { continue };
            if partner.exon.is_none() && side.exon.is_some() {
                partner.exon = side.exon;
                self.exons_from_breakpoints.push(side.gene.clone());
            }
        }
        self.domains_not_curated = [
            (&self.five_prime, predicted.five_prime.as_ref()),
            (&self.three_prime, predicted.three_prime.as_ref()),
        ]
        .into_iter()
        .filter(|(_, side)| side.is_none_or(|side| !side.domains_curated))
        .filter_map(|(partner, _)| partner.gene.clone())
        .collect();
        if self.domains.kept.is_empty() && self.domains.lost.is_empty() {
            self.domains = predicted.domains();
            self.domains_from_breakpoints =
                !self.domains.kept.is_empty() || !self.domains.lost.is_empty();
        }
    }

    /// `GENE5::GENE3`, an unknown partner as `?`.
    pub fn label(&self) -> String {
        format!("{}::{}", self.five_prime.name(), self.three_prime.name())
    }

    /// All supporting reads and pairs of the best record. `None` where no caller says.
    pub fn support(&self) -> Option<u32> {
        match (self.split_reads, self.spanning_pairs) {
            (None, None) => None,
            (split, pairs) => Some(
                split
                    .unwrap_or_default()
                    .saturating_add(pairs.unwrap_or_default()),
            ),
        }
    }

    /// The known genes, 5' first.
    pub fn genes(&self) -> impl Iterator<Item = &GeneSymbol> {
        [&self.five_prime, &self.three_prime]
            .into_iter()
            .filter_map(|partner| partner.gene.as_ref())
    }
}
