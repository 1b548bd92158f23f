//! What the file's annotation says of each allele: VEP (`CSQ`), SnpEff (`ANN`, before 4.1 `EFF`),
//! bcftools (`BCSQ`), Funcotator (`FUNCOTATION`), PAVE (`IMPACT`), Ion Reporter (`FUNC`).

mod at_ends;
mod bcsq;
mod by_name;
mod eff;
mod func;
mod funcotation;
mod pave;

use super::header::Header;
use super::line::Line;
use crate::domain::{GeneSymbol, TranscriptEffect};
use by_name::Layout;
pub(super) use func::entries as func_entries;

/// Annotations that are known and not read; the gene then comes from the place.
const NOT_READ: &[(&str, &str)] = &[("AAChange.refGene", "ANNOVAR")];

/// How a file annotates its records.
#[derive(Clone, Debug, Default)]
pub(super) struct Annotation {
    by_name: Vec<(&'static str, Layout)>,
    /// `None`: the header declares no `BCSQ`, and so on.
    bcsq: Option<bcsq::Order>,
    funcotation: Option<funcotation::Layout>,
    pave: Option<pave::Order>,
    eff: Option<eff::Layout>,
}

impl Annotation {
    /// As the header declares it.
    pub(super) fn new(header: &Header) -> Self {
        let by_name = ["CSQ", "ANN"]
            .into_iter()
            .filter_map(|key| {
                let declared = header.infos.get(key);
                let layout = declared.and_then(|text| Layout::of(text)).or_else(|| {
                    // The order of ANN is fixed by its specification.
                    (key == "ANN").then(Layout::snpeff)
                })?;
                Some((key, layout))
            })
            .collect();
        let declared = |key: &str| header.infos.get(key).map(String::as_str);
        Self {
            by_name,
            bcsq: declared("BCSQ").map(bcsq::Order::of),
            funcotation: declared("FUNCOTATION").and_then(funcotation::Layout::of),
            pave: declared("IMPACT").and_then(pave::Order::of),
            eff: declared("EFF").and_then(eff::Layout::of),
        }
    }

    /// Whether the header declares an annotation that is read.
    fn is_read(&self) -> bool {
        !self.by_name.is_empty()
            || self.bcsq.is_some()
            || self.funcotation.is_some()
            || self.pave.is_some()
            || self.eff.is_some()
    }

    /// Annotations of the file that are not read, in words.
    pub(super) fn not_read(header: &Header) -> Option<String> {
        let (key, tool) = NOT_READ
            .iter()
            .find(|(key, _)| header.infos.contains_key(*key))?;
        (!Self::new(header).is_read()).then(|| {
            format!(
                "annotation INFO/{key} ({tool}) is not read; genes come from positions, effects \
                 stay unknown (CSQ, ANN, BCSQ, FUNCOTATION, IMPACT of PAVE and EFF are read)"
            )
        })
    }

    /// The genes that the record names at its ends: see [`at_ends`].
    pub(super) fn genes_at_ends(&self, line: &Line<'_>, symbol: &str) -> Vec<GeneSymbol> {
        self.by_name
            .iter()
            .find_map(|(key, layout)| Some(at_ends::genes(&layout.named(line.info(key)?), symbol)))
            .unwrap_or_default()
    }

    /// What is said of the allele at `index` (0: the first alternate one), and what was odd.
    pub(super) fn effects(
        &self,
        line: &Line<'_>,
        index: usize,
    ) -> (Vec<TranscriptEffect>, Vec<String>) {
        let mut odd = Vec::new();
        for (key, layout) in &self.by_name {
            if let Some(text) = line.info(key) {
                let effects = layout.effects(text, line, index, &mut odd);
                return (effects, odd);
            }
        }
        if let (Some(order), Some(text)) = (&self.bcsq, line.info("BCSQ")) {
            let effects = bcsq::effects(order, text, line, index, &mut odd);
            return (effects, odd);
        }
        if let (Some(layout), Some(text)) = (&self.funcotation, line.info("FUNCOTATION")) {
            let effects = layout.effects(text, line, index, &mut odd);
            return (effects, odd);
        }
        if let (Some(layout), Some(text)) = (&self.eff, line.info("EFF")) {
            let effects = layout.effects(text, line, index, &mut odd);
            return (effects, odd);
        }
        let effects = match &self.pave {
            Some(order) => pave::effects(order, line, &mut odd),
            None => func::effects(line, index, &mut odd),
        };
        (effects, odd)
    }
}

/// A value without VEP's percent codes. `None` where it is empty.
fn plain(text: &str) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    let plain = ["%3D", "%3d"]
        .iter()
        .fold(text.to_owned(), |text, code| text.replace(code, "="));
    Some(plain.replace("%3B", ";").replace("%2C", ","))
}

/// `ENST00000288135.6:c.1676T>A` without the accession.
fn without_accession(text: &str) -> Option<String> {
    plain(text.rsplit_once(':').map_or(text, |(_, change)| change))
}
