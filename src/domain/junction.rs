//! What the two breakpoints of a fusion say by the transcripts that the program knows.

use crate::domain::{Domains, Frame, GeneSymbol};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a junction makes of the two genes.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum JunctionKind {
    /// Coding joined to coding, and the frame goes on.
    InFrame,
    /// The 3' gene is joined in its 5' untranslated part, whose bases continue the frame to its own
    /// start codon.
    InFrameThroughUtr,
    /// The frame is lost.
    OutOfFrame,
    /// A stop codon stands at the junction or in the untranslated bases behind it.
    Stop,
    /// The 5' gene gives no coding base, the 3' gene its whole coding part.
    PromoterSwap,
    /// The 5' gene ends in its coding part and nothing coding follows.
    Truncation,
    /// The 5' gene keeps its whole coding part and loses its 3' untranslated end.
    UtrLoss,
    /// One breakpoint lies inside an intron and the other does not: a stretch of the intron becomes
    /// part of the transcript.
    ExonisedIntron,
    /// The breakpoints do not tell.
    Undetermined,
}

impl fmt::Display for JunctionKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InFrame => "in frame",
            Self::InFrameThroughUtr => "in frame through the 5' untranslated bases of the 3' gene",
            Self::OutOfFrame => "out of frame",
            Self::Stop => "a stop codon at the junction or in front of the 3' gene",
            Self::PromoterSwap => "promoter swap: the whole coding part of the 3' gene alone",
            Self::Truncation => "3' truncation: nothing coding follows the 5' gene",
            Self::UtrLoss => {
                "loss of the 3' untranslated end: the 5' gene keeps its whole coding part"
            }
            Self::ExonisedIntron => "a stretch of an intron becomes part of the transcript",
            Self::Undetermined => "not determined",
        })
    }
}

/// How a breakpoint lies to the exons.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum JunctionPlace {
    /// At the end of an exon where transcripts are spliced, give or take the few bases by which
    /// callers differ.
    SpliceSite,
    /// Inside an exon.
    Exon,
    /// Inside an intron.
    Intron,
    /// Outside the transcript.
    Outside,
}

/// The part of a transcript in which a breakpoint lies.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum TranscriptPart {
    FivePrimeUtr,
    Coding,
    ThreePrimeUtr,
    NonCoding,
}

impl fmt::Display for TranscriptPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FivePrimeUtr => "5' untranslated part",
            Self::Coding => "coding part",
            Self::ThreePrimeUtr => "3' untranslated part",
            Self::NonCoding => "non-coding transcript",
        })
    }
}

/// Why the breakpoint is told on this transcript.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum TranscriptChoice {
    /// The caller names it.
    Caller,
    /// It is MANE Select.
    ManeSelect,
    /// The breakpoint is a splice site of it and not of the preferred transcript.
    SpliceSite,
    /// It is the only one, or the best there is.
    Other,
}

impl fmt::Display for TranscriptChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Caller => "as the caller names it",
            Self::ManeSelect => "MANE Select",
            Self::SpliceSite => {
                "the breakpoint is a splice site of it, not of the preferred transcript"
            }
            Self::Other => "not MANE Select",
        })
    }
}

/// One side of a junction, by a transcript of its gene.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PredictedSide {
    /// The gene.
    pub gene: GeneSymbol,
    /// The transcript, by its Ensembl identifier.
    pub transcript: String,
    /// Why this transcript.
    pub choice: TranscriptChoice,
    /// How the breakpoint lies to the exons.
    pub place: JunctionPlace,
    /// The part in which it lies. `None` outside the transcript.
    pub part: Option<TranscriptPart>,
    /// Last exon of the 5' gene or first exon of the 3' gene that the fusion holds, wholly or from
    /// the breakpoint on. `None` outside the transcript.
    pub exon: Option<u32>,
    /// Exons of the transcript.
    pub exons: u32,
    /// Coding bases modulo 3 in front of the breakpoint: of the 5' gene those kept, of the 3' gene
    /// those lost. `None` outside the coding part.
    pub phase: Option<u8>,
    /// Untranslated bases between the junction and the start codon of the 3' gene.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bases_to_start: Option<u64>,
    /// Last residue of the 5' protein or first residue of the 3' protein that the transcript can
    /// spell in full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residue: Option<u64>,
    /// Domains whose bases the transcript holds, wholly or in part.
    pub domains_kept: Vec<String>,
    /// Domains whose bases it does not hold.
    pub domains_lost: Vec<String>,
    /// Whether anything is known of the domains of this protein. `false`: nothing is said of them.
    pub domains_curated: bool,
}

/// What the two breakpoints say, beside what the caller says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PredictedJunction {
    /// What the junction makes of the two genes.
    pub kind: JunctionKind,
    /// The frame in the words that callers' frames are told in.
    pub frame: Frame,
    /// Both breakpoints lie inside introns: exons and frame hold if the exons beside them are spliced
    /// together, as after a break in DNA.
    pub assumes_splicing: bool,
    /// The 5' gene. `None` where no transcript of it is known.
    pub five_prime: Option<PredictedSide>,
    /// The 3' gene. `None` likewise.
    pub three_prime: Option<PredictedSide>,
    /// `EWSR1 (ENST00000397938.7) exon 7::FLI1 (ENST00000527786.7) exon 6`; where a breakpoint lies in no
    /// exon end, it says so. `None` where an exon is not known.
    pub name_with_exons: Option<String>,
    /// Why nothing more is said. `None` where nothing is left open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

impl PredictedJunction {
    /// Domains of both genes, 5' first. Those of the 3' gene are kept only where it is translated in its
    /// own frame; where that is not known nothing is said of them.
    pub fn domains(&self) -> Domains {
        let mut domains = Domains::default();
        let mut add = |side: &PredictedSide| {
            domains.kept.extend(side.domains_kept.iter().cloned());
            domains.lost.extend(side.domains_lost.iter().cloned());
        };
        if let Some(side) = &self.five_prime {
            add(side);
        }
        match (&self.three_prime, self.translates_three_prime()) {
            (Some(side), Some(true)) => add(side),
            (Some(side), Some(false)) if side.domains_curated => domains.lost.push(format!(
                "{}: every domain, since it is not translated in its own frame",
                side.gene
            )),
            (Some(_) | None, _) => {}
        }
        domains
    }

    /// Whether the 3' gene's part of the transcript is translated in its own frame. `None` where that
    /// is not known.
    pub fn translates_three_prime(&self) -> Option<bool> {
        match self.kind {
            JunctionKind::InFrame
            | JunctionKind::InFrameThroughUtr
            | JunctionKind::PromoterSwap => Some(true),
            JunctionKind::OutOfFrame
            | JunctionKind::Stop
            | JunctionKind::Truncation
            | JunctionKind::UtrLoss => Some(false),
            JunctionKind::ExonisedIntron | JunctionKind::Undetermined => None,
        }
    }
}
