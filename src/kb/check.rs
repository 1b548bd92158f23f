//! What a knowledge base must keep to: one lint per file, one row in [`LINTS`].

mod ambiguous_name;
mod assertion_id;
mod citation_listed;
mod entity_complete;
mod evidence_present;
mod examples_hold;
mod examples_present;
mod file_id;
mod frequency_range;
mod gene_table;
mod known_entity;
mod known_gene;
mod one_citation_text;
mod parent_tree;
mod pattern_text;
mod requirement_text;
mod retired_ids;
mod syntax;
mod unique_ids;
mod wording;

use crate::kb::genes::Genes;
use crate::kb::problem::Problem;
use crate::kb::raw::Raw;
use crate::kb::symbols::Symbols;
use crate::kb::tables::Tables;

/// Every lint, by code.
pub static LINTS: &[&dyn Lint] = &[
    &syntax::Syntax,
    &file_id::FileId,
    &unique_ids::UniqueIds,
    &parent_tree::ParentTree,
    &known_entity::KnownEntity,
    &known_gene::KnownGene,
    &evidence_present::EvidencePresent,
    &one_citation_text::OneCitationText,
    &ambiguous_name::AmbiguousName,
    &wording::Wording,
    &pattern_text::PatternText,
    &assertion_id::AssertionIdPrefix,
    &frequency_range::FrequencyRange,
    &citation_listed::CitationListed,
    &examples_present::ExamplesPresent,
    &examples_hold::ExamplesHold,
    &gene_table::GeneTable,
    &retired_ids::RetiredIds,
    &requirement_text::RequirementText,
    &entity_complete::EntityComplete,
];

/// What the lints see.
pub struct Checked<'a> {
    /// The files.
    pub raw: &'a Raw,
    /// The genes table.
    pub genes: &'a Genes,
    /// Human symbols.
    pub symbols: &'a Symbols,
    /// Papers and retired ids.
    pub tables: &'a Tables,
}

/// One rule for the files of a knowledge base.
pub trait Lint: Sync {
    /// Stable code, `KB` and three digits; never reused.
    fn code(&self) -> &'static str;

    /// What it checks, why it matters, an example.
    fn manual(&self) -> LintManual;

    /// Adds every problem it finds.
    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>);
}

/// What `sarcolens explain` prints of a lint.
#[derive(Clone, Copy, Debug)]
pub struct LintManual {
    /// What it checks.
    pub checks: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// An example that it refuses.
    pub example: &'static str,
}

/// The lint of that code, in upper or lower case.
pub fn lint_of(code: &str) -> Option<&'static dyn Lint> {
    LINTS
        .iter()
        .copied()
        .find(|lint| lint.code().eq_ignore_ascii_case(code))
}
