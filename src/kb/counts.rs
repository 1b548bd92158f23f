//! How much the knowledge base holds.

use crate::domain::{GeneSymbol, PartnerSet, Pattern};
use crate::kb::{EntryKind, KnowledgeBase};
use serde::Serialize;
use std::collections::BTreeSet;

/// Numbers of what is known. Fusions and rules are counted once, in however many entities they
/// occur.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Counts {
    /// Entities, groups included.
    pub entities: usize,
    /// Entities that are histotypes, not groups.
    pub histotypes: usize,
    /// Entities that are no sarcoma or mesenchymal tumour: mimics.
    pub mimics: usize,
    /// Diagnostic assertions.
    pub diagnostic: usize,
    /// Different ordered pairs `GENE5::GENE3` that diagnostic assertions name.
    pub fusion_pairs: usize,
    /// Different rules without a named pair; the sum of the next five.
    pub partner_rules: usize,
    /// Fusions of a gene with any partner.
    pub any_partner: usize,
    /// DNA breaks of a gene.
    pub rearrangements: usize,
    /// Internal tandem duplications.
    pub duplications: usize,
    /// Families of genes whose reads cannot be told apart.
    pub families: usize,
    /// Neighbouring-gene fusions that are drivers all the same.
    pub exceptions: usize,
    /// Different small-variant, copy-number and duplication patterns in an entity; hotspots,
    /// amplifications, losses.
    pub hotspots_and_copy_number: usize,
    /// Expected alterations.
    pub expected: usize,
    /// Prognostic assertions.
    pub prognostic: usize,
    /// Tests by other methods.
    pub orthogonal: usize,
    /// Files of therapeutic questions.
    pub targets: usize,
    /// Associations with agents.
    pub therapeutic: usize,
    /// Questions of inheritance.
    pub germline: usize,
    /// Artefacts and read-throughs.
    pub artefacts: usize,
    /// Pairs of drivers not expected together.
    pub exclusive: usize,
    /// Genes.
    pub genes: usize,
    /// Papers cited.
    pub citations: usize,
    /// Executable examples and near misses.
    pub examples: usize,
    /// Assertions of every kind.
    pub assertions: usize,
    /// Assertions whose support could not be verified yet.
    pub provisional: usize,
}

impl Counts {
    /// Counts what `knowledge` holds.
    pub fn of(knowledge: &KnowledgeBase) -> Self {
        let mut pairs = BTreeSet::new();
        let mut any_partner = BTreeSet::new();
        let mut rearrangements = BTreeSet::new();
        let mut duplications = BTreeSet::new();
        let mut others = BTreeSet::new();
        let diagnostic = knowledge
            .diagnostic
            .iter()
            .map(|known| (&known.entity, &known.pattern));
        let prognostic = knowledge
            .prognostic
            .iter()
            .map(|known| (&known.entity, &known.pattern));
        for (_, pattern) in diagnostic.clone() {
            match pattern {
                Pattern::Fusion {
                    five_prime: PartnerSet::Genes(five),
                    three_prime: PartnerSet::Genes(three),
                } => pairs.extend(ordered_pairs(five, three)),
                Pattern::Fusion { .. } => {
                    any_partner.insert(pattern.to_string());
                }
                Pattern::Rearrangement { gene } => {
                    rearrangements.insert(gene);
                }
                Pattern::Duplication { gene } => {
                    duplications.insert(gene);
                }
                Pattern::Variant { .. }
                | Pattern::CopyNumber { .. }
                | Pattern::AtLeast { .. }
                | Pattern::MsiHigh => {}
            }
        }
        for (entity, pattern) in diagnostic.chain(prognostic) {
            match pattern {
                Pattern::Variant { .. }
                | Pattern::CopyNumber { .. }
                | Pattern::Duplication { .. } => {
                    others.insert((entity, pattern.to_string()));
                }
                Pattern::Fusion { .. }
                | Pattern::Rearrangement { .. }
                | Pattern::AtLeast { .. }
                | Pattern::MsiHigh => {}
            }
        }
        let targets: BTreeSet<&str> = knowledge
            .therapeutic
            .iter()
            .filter_map(|known| known.id.0.split('.').next())
            .collect();
        let entries = knowledge.entries();
        let of = |kind| entries.iter().filter(|entry| entry.kind == kind).count();
        let families = knowledge.genes.families().len();
        Self {
            entities: knowledge.entities.len(),
            histotypes: knowledge.entities.values().filter(|e| e.histotype).count(),
            mimics: knowledge.entities.values().filter(|e| !e.sarcoma).count(),
            diagnostic: knowledge.diagnostic.len(),
            fusion_pairs: pairs.len(),
            partner_rules: any_partner.len()
                + rearrangements.len()
                + duplications.len()
                + families
                + knowledge.exceptions.len(),
            any_partner: any_partner.len(),
            rearrangements: rearrangements.len(),
            duplications: duplications.len(),
            families,
            exceptions: knowledge.exceptions.len(),
            hotspots_and_copy_number: others.len(),
            expected: knowledge.expected.len(),
            prognostic: knowledge.prognostic.len(),
            orthogonal: knowledge.confirmatory.len(),
            targets: targets.len(),
            therapeutic: knowledge.therapeutic.len(),
            germline: knowledge.germline.len(),
            artefacts: knowledge.artefacts.len(),
            exclusive: knowledge.exclusive.len(),
            genes: of(EntryKind::Gene),
            citations: of(EntryKind::Citation),
            examples: knowledge.examples.len(),
            assertions: entries.iter().filter(|e| e.kind.is_assertion()).count(),
            provisional: entries.iter().filter(|e| e.provisional).count(),
        }
    }

    /// Share of the assertions whose support could not be verified yet, 0 to 1.
    pub fn provisional_share(&self) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "a few thousand")]
        let share = self.provisional as f64 / (self.assertions.max(1)) as f64;
        share
    }
}

fn ordered_pairs<'a>(
    five: &'a [GeneSymbol],
    three: &'a [GeneSymbol],
) -> impl Iterator<Item = (&'a GeneSymbol, &'a GeneSymbol)> {
    five.iter()
        .flat_map(move |five| three.iter().map(move |three| (five, three)))
}
