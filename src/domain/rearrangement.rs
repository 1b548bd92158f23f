//! Two places of the genome joined, seen in DNA.

use crate::domain::{Assembly, ExonChange, GeneSymbol, Locus};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A DNA rearrangement as observed. A DNA record gives two joined ends, not the order of a
/// transcript; which gene would be 5' is not claimed here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Rearrangement {
    /// `None` where the assembly could not be told.
    pub assembly: Option<Assembly>,
    /// Genes at the two ends, sorted; one or none where an end lies outside every known gene.
    pub genes: Vec<GeneSymbol>,
    /// First end. `None` where the file names the gene alone.
    pub first: Option<Locus>,
    /// Second end. `None` for a single breakend.
    pub second: Option<Locus>,
    /// Event type in the file's words (`BND`, `INV`).
    pub event_type: String,
    /// Total copies of what lies between the two ends. `None` where the file does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<f64>,
    /// Reads across the junction. `None` where the file does not say.
    pub split_reads: Option<u32>,
    /// Read pairs on either side of it. `None` likewise.
    pub spanning_pairs: Option<u32>,
    /// Callers that saw it, sorted.
    pub callers: Vec<String>,
    /// The FILTER column, `PASS` included.
    #[serde(default)]
    pub filter: Vec<String>,
    /// What it does to the one gene that holds both ends. `None` where they do not lie in one gene,
    /// or the file does not say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_gene: Option<ExonChange>,
}

impl Rearrangement {
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
