//! Two places of the genome joined, seen in DNA.

use crate::domain::{Assembly, ExonChange, GeneSymbol, Locus};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A DNA rearrangement as observed. A DNA record gives two joined ends, not the order of a
/// transcript; which gene could be 5' is derived from the strands and is no claim of the caller.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Rearrangement {
    /// `None` where the assembly could not be told.
    pub assembly: Option<Assembly>,
    /// Genes at the two ends, sorted; one or none where an end lies outside every known gene.
    pub genes: Vec<GeneSymbol>,
    /// First end. `None` where the file names the gene alone.
    pub first: Option<Locus>,
    /// Second end. `None` for a single breakend, and for an insertion without a stated end.
    pub second: Option<Locus>,
    /// Which sides of the two positions are joined. Two entries where the record stands for both
    /// junctions of an inversion. Empty: not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sides: Vec<JoinedSides>,
    /// In which order the strands allow the two genes to be fused. `None` where the sides, a gene
    /// at either end or its strand are not known.
    // In a box, so that no alteration is larger for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<Box<FusedOrder>>,
    /// Event type in the file's words (`BND`, `INV`).
    pub event_type: String,
    /// Total copies of what lies between the two ends. `None` where the file does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<f64>,
    /// Reads across the junction. `None` where the file does not say.
    pub split_reads: Option<u32>,
    /// Read pairs on either side of it. `None` likewise.
    pub spanning_pairs: Option<u32>,
    /// All supporting fragments where the caller counts them as one; never a sum made here. `None`
    /// likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fragments: Option<u32>,
    /// Callers that saw it, sorted.
    pub callers: Vec<String>,
    /// The FILTER column, `PASS` included.
    #[serde(default)]
    pub filter: Vec<String>,
    /// What it does to the one gene that holds both ends. `None` where they do not lie in one gene,
    /// or the file does not say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_gene: Option<ExonChange>,
    /// What both records of a mated pair have in common in their file. `None` for a single record.
    #[serde(skip)]
    pub mates: Option<Box<str>>,
}

/// Which side of its position an end keeps.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum KeptSide {
    /// The bases up to the position and with it; `+` in a BEDPE, `3` in a connection type, `t[` and
    /// `t]` in a breakend.
    Left,
    /// The bases from the position on; `-`, `5`, `[t` and `]t`.
    Right,
}

impl fmt::Display for KeptSide {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Left => "left",
            Self::Right => "right",
        })
    }
}

/// One junction: the side kept of the first end joined to the side kept of the second.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct JoinedSides {
    /// Of the first end.
    pub first: KeptSide,
    /// Of the second end. `None` for a single breakend.
    pub second: Option<KeptSide>,
}

impl JoinedSides {
    /// Two ends joined.
    pub fn of(first: KeptSide, second: KeptSide) -> Self {
        Self {
            first,
            second: Some(second),
        }
    }

    /// As the mate's record tells it: the ends exchanged.
    pub fn seen_from_second(self) -> Self {
        match self.second {
            Some(second) => Self::of(second, self.first),
            None => self,
        }
    }
}

impl fmt::Display for JoinedSides {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of the first end", self.first)?;
        match self.second {
            Some(second) => write!(f, " to {second} of the second"),
            None => Ok(()),
        }
    }
}

/// In which order the strands of two genes allow a fusion in sense at a junction of DNA: the part
/// kept of one gene must hold its beginning, that of the other its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "order", rename_all = "kebab-case")]
pub enum FusedOrder {
    /// In one order alone.
    One {
        /// The gene whose beginning is kept.
        five_prime: GeneSymbol,
        /// The gene whose end is kept.
        three_prime: GeneSymbol,
    },
    /// In either order, one at each junction of an inversion.
    Both,
    /// In none: head to head or tail to tail.
    Neither,
}

impl fmt::Display for FusedOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One {
                five_prime,
                three_prime,
            } => write!(f, "strands allow {five_prime}::{three_prime}, not the reverse"),
            Self::Both => f.write_str("both orders possible by the strands"),
            Self::Neither => f.write_str(
                "strands allow no fusion in sense: the genes are joined head to head or tail to tail",
            ),
        }
    }
}

impl Rearrangement {
    /// These two places joined, of which nothing else is known yet.
    pub fn of(first: Locus, second: Option<Locus>, event_type: &str) -> Self {
        Self {
            first: Some(first),
            second,
            event_type: event_type.to_owned(),
            ..Self::default()
        }
    }

    /// The largest of its counts; they overlap, so they are not summed. `None` where none is stated.
    pub fn support(&self) -> Option<u32> {
        [self.split_reads, self.spanning_pairs, self.fragments]
            .into_iter()
            .flatten()
            .max()
    }

    /// `EWSR1/FLI1 rearrangement`, `EGFR exons 2-7 deletion`; the places where no gene is known.
    pub fn label(&self) -> String {
        if let (Some(change), [gene]) = (&self.within_gene, self.genes.as_slice()) {
            return format!("{gene} {change}");
        }
        let names: Vec<&str> = self.genes.iter().map(GeneSymbol::as_str).collect();
        if names.is_empty() {
            let place = |end: &Option<Locus>| {
                end.as_ref()
                    .map_or_else(|| "?".to_owned(), Locus::to_string)
            };
            return format!(
                "{}/{} rearrangement",
                place(&self.first),
                place(&self.second)
            );
        }
        format!("{} rearrangement", names.join("/"))
    }
}
