//! The knowledge base: what is known of sarcoma alterations, each line with its source.
//!
//! Floor 1: imports [`crate::domain`] alone. The program carries one; `--knowledgebase DIR` takes
//! another, `--overlay DIR` adds a laboratory's own lines on top and says so in the report.
//!
//! ```
//! let knowledge = sarcolens::kb::KnowledgeBase::embedded().unwrap();
//! let entity = knowledge.resolve("DSRCT").unwrap();
//! assert_eq!(entity.name, "Desmoplastic small round cell tumour");
//! ```

mod at;
pub mod check;
mod counts;
mod diff;
mod ensembl;
mod entry;
mod evidence;
mod exons;
mod file;
mod genes;
mod load;
mod naming;
mod problem;
mod raw;
mod resolve;
mod source;
mod symbols;
mod tables;

pub use counts::Counts;
pub use diff::{Change, diff};
pub use entry::{Entry, EntryKind};
pub(crate) use entry::{event_text, percent};
pub use exons::exon_of_bases;
pub use genes::{Anchor, Gene, GeneRole, Genes, Span};
pub use problem::{KbError, Place, Problem};
pub use resolve::Unresolved;
pub use source::Source;
pub use symbols::{Resolved, Symbols};
pub use tables::{Citation, Retired, Tables};

use crate::domain::{
    Artefact, ArtefactException, AssertionId, ConfirmatoryTest, CopyNumberCall, Day,
    DiagnosticAssertion, Entity, EntityId, EntityRelation, ExclusivePair, ExpectedAlteration,
    GeneSymbol, GermlinePrompt, KnowledgeBaseVersion, PartnerSet, Pattern, PrognosticAssertion,
    TherapeuticAssertion, VariantSet,
};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Version of a knowledge base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Calendar version, `2026.1`.
    pub version: String,
    /// Release date.
    pub date: Day,
    /// Digest over every file.
    pub sha256: String,
    /// Overlays: name and digest, in order.
    pub overlays: Vec<String>,
}

/// Version and digest, for a comparison.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct KnowledgeBaseDigest {
    /// Calendar version.
    pub version: String,
    /// Release date.
    pub date: String,
    /// Digest over every file.
    pub sha256: String,
}

impl std::fmt::Display for KnowledgeBaseDigest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digest = self.sha256.get(..8).unwrap_or(&self.sha256);
        write!(f, "{} of {} ({digest})", self.version, self.date)
    }
}

impl Version {
    /// Version and digest, for a comparison.
    pub fn digest(&self) -> KnowledgeBaseDigest {
        KnowledgeBaseDigest {
            version: self.version.clone(),
            date: self.date.to_string(),
            sha256: self.sha256.clone(),
        }
    }
}

impl From<&Version> for KnowledgeBaseVersion {
    fn from(version: &Version) -> Self {
        Self {
            version: version.version.clone(),
            date: version.date.to_string(),
            sha256: version.sha256.clone(),
            overlays: version.overlays.clone(),
        }
    }
}

/// What is known, joined and checked.
#[derive(Clone, Debug)]
pub struct KnowledgeBase {
    /// Its version.
    pub version: Version,
    /// Entities by id.
    pub entities: BTreeMap<EntityId, Entity>,
    /// Links between alterations and entities.
    pub diagnostic: Vec<Arc<DiagnosticAssertion>>,
    /// What most cases of an entity carry.
    pub expected: Vec<Arc<ExpectedAlteration>>,
    /// Links with the course.
    pub prognostic: Vec<Arc<PrognosticAssertion>>,
    /// Tests by other methods.
    pub confirmatory: Vec<Arc<ConfirmatoryTest>>,
    /// Associations with agents.
    pub therapeutic: Vec<Arc<TherapeuticAssertion>>,
    /// Questions of inheritance.
    pub germline: Vec<Arc<GermlinePrompt>>,
    /// What is seen without meaning a driver.
    pub artefacts: Vec<Arc<Artefact>>,
    /// What looks like an artefact and is a driver all the same.
    pub exceptions: Vec<Arc<ArtefactException>>,
    /// Drivers not expected together.
    pub exclusive: Vec<Arc<ExclusivePair>>,
    /// When the files of entities and targets were last read against their sources, by file id.
    pub reviewed: BTreeMap<String, Day>,
    /// Executable examples.
    pub examples: Vec<Example>,
    /// Known genes.
    pub genes: Genes,
    /// Human symbols.
    pub symbols: Symbols,
    /// Papers and retired ids.
    pub tables: Tables,
}

/// An executable example of an assertion: an observed alteration in words, and whether it must
/// meet the assertion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The assertion.
    pub assertion: AssertionId,
    /// The alteration in words; `knowledgebase/README.md` gives the language.
    pub text: String,
    /// Whether it must meet the assertion in full, or must not.
    pub meets: bool,
    /// Where it is written.
    pub place: Place,
}

impl KnowledgeBase {
    /// The one the program carries.
    ///
    /// # Errors
    /// Where it cannot be read, which the program's own tests rule out for a release.
    pub fn embedded() -> Result<Self, KbError> {
        load::load_embedded()
    }

    /// The one in `folder` (the embedded one where `None`), with `overlays` on top.
    ///
    /// # Errors
    /// Where a folder cannot be read or the whole does not validate.
    pub fn load(folder: Option<&Path>, overlays: &[impl AsRef<Path>]) -> Result<Self, KbError> {
        if folder.is_none() && overlays.is_empty() {
            return Self::embedded();
        }
        let (core, overlays) = sources(folder, overlays)?;
        load::load(&core, &overlays)
    }

    /// As [`KnowledgeBase::load`], but with every problem beside what could be read, for a curator.
    /// `None` where there is no manifest.
    ///
    /// # Errors
    /// Where a folder cannot be read.
    pub fn examine(
        folder: Option<&Path>,
        overlays: &[impl AsRef<Path>],
    ) -> Result<(Option<Self>, Vec<Problem>), KbError> {
        let (core, overlays) = sources(folder, overlays)?;
        Ok(load::examine(&core, &overlays))
    }

    /// The entity that `text` names by id, WHO name, synonym or OncoTree code.
    ///
    /// # Errors
    /// With the three nearest names where none fits.
    pub fn resolve(&self, text: &str) -> Result<&Entity, Unresolved> {
        resolve::resolve(&self.entities, text)
    }

    /// Name of an entity; the id itself for a pseudo-entity.
    pub fn entity_name(&self, id: &EntityId) -> String {
        use crate::domain::{ANY_SARCOMA, ANY_SOLID_TUMOUR};
        match id.as_str() {
            ANY_SOLID_TUMOUR => "any solid tumour".to_owned(),
            ANY_SARCOMA => "any sarcoma".to_owned(),
            _ => self
                .entities
                .get(id)
                .map_or_else(|| id.to_string(), |entity| entity.name.clone()),
        }
    }

    /// How `known` relates to the `submitted` entity.
    pub fn relation(&self, submitted: Option<&Entity>, known: &EntityId) -> EntityRelation {
        let Some(submitted) = submitted else {
            return EntityRelation::Undeclared;
        };
        if submitted.id == *known {
            return EntityRelation::Same;
        }
        if resolve::is_ancestor(&self.entities, known, submitted) {
            return EntityRelation::Narrower;
        }
        match self.entities.get(known) {
            Some(known) if resolve::is_ancestor(&self.entities, &submitted.id, known) => {
                EntityRelation::Broader
            }
            _ => EntityRelation::Different,
        }
    }

    /// Whether `symbol` is a known gene, of a known gene's family, or an ambiguous name that may be
    /// a known gene.
    pub fn knows(&self, symbol: &GeneSymbol) -> bool {
        self.genes.knows(symbol)
            || match self.resolve_gene(symbol) {
                Resolved::Ambiguous(candidates) => {
                    candidates.iter().any(|gene| self.genes.knows(gene))
                }
                Resolved::Renamed(gene) => self.genes.knows(&gene),
                Resolved::Current | Resolved::Unknown => false,
            }
    }

    /// Whether some assertion looks for a change of that gene's copies.
    pub fn counts_copies_of(&self, symbol: &GeneSymbol) -> bool {
        self.patterns().any(|pattern| match pattern {
            Pattern::CopyNumber { gene, .. } => gene == symbol,
            Pattern::Fusion { .. }
            | Pattern::Variant { .. }
            | Pattern::Duplication { .. }
            | Pattern::Rearrangement { .. }
            | Pattern::AtLeast { .. }
            | Pattern::MsiHigh => false,
        })
    }

    /// Whether a fusion of these two genes in this order is known to some assertion.
    pub fn knows_pair(&self, five_prime: &GeneSymbol, three_prime: &GeneSymbol) -> bool {
        self.patterns().any(|pattern| match pattern {
            Pattern::Fusion {
                five_prime: five,
                three_prime: three,
            } => self.names(five, five_prime) && self.names(three, three_prime),
            Pattern::Variant { .. }
            | Pattern::CopyNumber { .. }
            | Pattern::Duplication { .. }
            | Pattern::Rearrangement { .. }
            | Pattern::AtLeast { .. }
            | Pattern::MsiHigh => false,
        })
    }

    /// When the file that holds that assertion was last read against its sources. `None`: it does
    /// not say.
    pub fn reviewed_on(&self, id: &AssertionId) -> Option<Day> {
        let file = id.0.split('.').next().unwrap_or_default();
        self.reviewed.get(file).copied()
    }

    /// Whether the gene's loss is what some tumour is linked to, and no fusion of it is: a fusion then
    /// disrupts it.
    pub fn is_suppressor(&self, symbol: &GeneSymbol) -> bool {
        let mut is_lost = false;
        for pattern in self.diagnostic.iter().map(|known| &known.pattern) {
            match pattern {
                Pattern::Variant { gene, change } => {
                    is_lost |= gene == symbol && *change == VariantSet::Truncating;
                }
                Pattern::CopyNumber { gene, call } => {
                    is_lost |= gene == symbol && *call == CopyNumberCall::Deletion;
                }
                Pattern::Fusion { .. } => {
                    if pattern.genes().contains(&symbol) {
                        return false;
                    }
                }
                Pattern::Duplication { .. }
                | Pattern::Rearrangement { .. }
                | Pattern::AtLeast { .. }
                | Pattern::MsiHigh => {}
            }
        }
        is_lost
    }

    /// Whether `set` names `gene` or a look-alike of the same family (`DUX4L26` for `DUX4`).
    pub fn names(&self, set: &PartnerSet, gene: &GeneSymbol) -> bool {
        match set {
            PartnerSet::Any => false,
            PartnerSet::Genes(genes) => genes.iter().any(|known| self.alike(known, gene)),
        }
    }

    /// Whether two symbols are the same gene or look-alikes of one family.
    pub fn alike(&self, one: &GeneSymbol, other: &GeneSymbol) -> bool {
        one == other
            || self
                .genes
                .family(one)
                .is_some_and(|family| self.genes.family(other) == Some(family))
    }

    /// Every pattern of every assertion.
    pub fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        let diagnostic = self.diagnostic.iter().map(|a| &a.pattern);
        let expected = self.expected.iter().flat_map(|a| &a.patterns);
        let prognostic = self.prognostic.iter().map(|a| &a.pattern);
        let therapeutic = self.therapeutic.iter().filter_map(|a| a.pattern.as_ref());
        let germline = self.germline.iter().map(|a| &a.pattern);
        diagnostic
            .chain(expected)
            .chain(prognostic)
            .chain(therapeutic)
            .chain(germline)
    }
}

fn sources(
    folder: Option<&Path>,
    overlays: &[impl AsRef<Path>],
) -> Result<(Source, Vec<Source>), KbError> {
    let core = match folder {
        Some(folder) => Source::folder(folder)?,
        None => Source::embedded(),
    };
    let overlays = overlays
        .iter()
        .map(|overlay| Source::overlay(overlay.as_ref()))
        .collect::<Result<Vec<_>, _>>()?;
    Ok((core, overlays))
}
