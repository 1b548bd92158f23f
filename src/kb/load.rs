//! Files to a knowledge base: lints first, then the rows become domain types and are joined.

mod rows;

use crate::domain::{Layer, Pattern};
use crate::kb::check::{Checked, LINTS, Lint};
use crate::kb::genes::{Gene, Genes};
use crate::kb::problem::{KbError, Problem};
use crate::kb::raw::Raw;
use crate::kb::source::{PACKED, Source};
use crate::kb::symbols::Symbols;
use crate::kb::tables::Tables;
use crate::kb::{KnowledgeBase, Version};

/// Reads `core` with `overlays` on top.
///
/// # Errors
/// With every problem at once where it does not validate.
pub fn load(core: &Source, overlays: &[Source]) -> Result<KnowledgeBase, KbError> {
    match examine(core, overlays) {
        (Some(knowledge), problems) if problems.is_empty() => Ok(knowledge),
        (_, problems) => Err(KbError::Invalid(problems)),
    }
}

/// The knowledge base that the program carries, from its packed form and without its lints: they
/// take longer than all the rest, and `kb check`, which every release passes, runs them over the
/// text that the packed form was made from.
///
/// # Errors
/// Where the packed form cannot be read: then with every problem of the text.
pub fn load_embedded() -> Result<KnowledgeBase, KbError> {
    let Ok(raw) = Raw::packed(PACKED) else {
        return load(&Source::embedded(), &[]);
    };
    let source = Source::embedded_tables();
    match read(&source, &[], raw, Vec::new(), &[]) {
        (Some(knowledge), problems) if problems.is_empty() => Ok(knowledge),
        (_, problems) => Err(KbError::Invalid(problems)),
    }
}

/// Reads `core` with `overlays` on top: what could be read of it, and every problem, sorted.
/// `None`: there is no manifest, so there is no knowledge base.
pub fn examine(core: &Source, overlays: &[Source]) -> (Option<KnowledgeBase>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut raw = Raw::default();
    raw.add(core, Layer::Core, &mut problems);
    for overlay in overlays {
        raw.add(overlay, Layer::Local, &mut problems);
    }
    read(core, overlays, raw, problems, LINTS)
}

/// Joins the files of `raw` with the tables of `core` and `overlays`.
fn read(
    core: &Source,
    overlays: &[Source],
    raw: Raw,
    mut problems: Vec<Problem>,
    lints: &[&dyn Lint],
) -> (Option<KnowledgeBase>, Vec<Problem>) {
    let (mut genes, unread) = Genes::read(
        core.text("genes.tsv").unwrap_or_default(),
        core.text("families.tsv").unwrap_or_default(),
    );
    for (line, message) in unread {
        problems.push(Problem {
            path: format!("{}/genes.tsv", core.name),
            line,
            column: 1,
            code: "KB001",
            message,
        });
    }
    let tables = Tables::read(core, overlays, &mut problems);
    let symbols = Symbols::new(core.files.get("symbols.tsv").cloned().unwrap_or_default());
    let checked = Checked {
        raw: &raw,
        genes: &genes,
        symbols: &symbols,
        tables: &tables,
    };
    for lint in lints {
        lint.check(&checked, &mut problems);
    }
    problems.sort();
    problems.dedup();
    let Some(manifest) = &raw.manifest else {
        return (None, problems);
    };
    let version = Version {
        version: manifest.value.version.clone(),
        date: manifest.value.date,
        sha256: core.sha256(),
        overlays: overlays
            .iter()
            .map(|overlay| format!("{} {}", overlay.name, overlay.sha256()))
            .collect(),
    };
    let mut joined = KnowledgeBase {
        version,
        entities: rows::entities(&raw),
        diagnostic: Vec::new(),
        expected: Vec::new(),
        prognostic: Vec::new(),
        confirmatory: Vec::new(),
        therapeutic: Vec::new(),
        germline: Vec::new(),
        artefacts: Vec::new(),
        exceptions: Vec::new(),
        exclusive: Vec::new(),
        reviewed: rows::reviewed(&raw),
        examples: Vec::new(),
        genes: Genes::default(),
        symbols: symbols.clone(),
        tables,
    };
    rows::join(&mut joined, &raw);
    let named: Vec<_> = joined
        .patterns()
        .flat_map(Pattern::genes)
        .cloned()
        .collect();
    for symbol in named {
        // Genes that only a pattern names are known too, without a place.
        genes.add(Gene {
            symbol,
            hgnc_id: None,
            roles: Vec::new(),
            transcript: None,
            anchor: None,
            strand: None,
            grch37: None,
            grch38: None,
        });
    }
    joined.genes = genes;
    (Some(joined), problems)
}
