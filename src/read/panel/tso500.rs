//! Illumina TruSight Oncology 500, `CombinedVariantOutput.tsv`: local app 2.x, DRAGEN 2.x, ctDNA.
//!
//! | section | ours |
//! |---|---|
//! | `[Analysis Details]` | sample, version of the pipeline |
//! | `[TMB]`, `[MSI]`, `[GIS]` | measures of the sample: see [`measures`] |
//! | `[Gene Amplifications]`, `[Copy Number Variants]`, `[Exon-Level CNVs]` (`[Large Rearrangements]`) | see [`copies`] |
//! | `[Small Variants]` | see [`small_variant`] |
//! | `[Splice Variants]`, `[Fusions]` | see [`fusion`] |
//!
//! A section that is there without a row was looked for and not found, unless its sample (DNA, RNA)
//! was not analysed; a file tells of those classes alone. Positions are those of hg19, as the
//! documentation says; the file does not. Not read: `[Sequencing Run Details]`, gene-level loss of
//! heterozygosity, reference reads. Rows of a section that is not known are rejected.
//!
//! `[Copy Number Variants]`, `[Exon-Level CNVs]` and `[GIS]` are read as the documentation and other
//! programs describe them; no file with them was seen.

mod copies;
mod fusion;
mod kind;
mod measures;
mod open;
mod scope;
mod sections;
mod small_variant;

use crate::domain::{Assembly, Detects};
use crate::read::stream::{Head, Stream};
use crate::read::{Caller, FileFacts, Manual, ReadError, ReadOptions, Records, WrittenFrom};
use open::Open;
use sections::Document;

/// The combined output.
pub(super) struct Tso500;

/// The row of the group's table.
pub(super) static CALLER: Tso500 = Tso500;

const NAME: &str = "tso500-combined";

impl Caller for Tso500 {
    fn name(&self) -> &'static str {
        NAME
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "TruSight Oncology 500 CombinedVariantOutput.tsv",
            versions: "local app 2.2; DRAGEN 2.x and ctDNA from documentation",
            written_from: WrittenFrom::Files,
            recognised_by: "a first line with Combined Variant Output, or [Analysis Details] with \
                            [TMB], [Small Variants] or [Fusions]",
            columns: &[
                ("[Analysis Details]", "sample and version"),
                ("[TMB] Total TMB", "TMB per megabase"),
                (
                    "[MSI] Percent Unstable MSI Sites",
                    "high from 20 % on; not evaluable below 40 usable sites",
                ),
                ("[GIS]", "HRD score, tumour content, ploidy"),
                (
                    "[Gene Amplifications] Fold Change",
                    "amplification as stated",
                ),
                ("[Copy Number Variants]", "copies, else fold change, judged"),
                ("[Exon-Level CNVs]", "rearrangement within the gene"),
                (
                    "[Small Variants]",
                    "place (hg19), alleles, fraction, depth, effect",
                ),
                (
                    "[Splice Variants]",
                    "event within the gene, exons kept on either side",
                ),
                ("[Fusions] Gene Pair", "A-B 5' to 3', A/B without order"),
            ],
            support: "Fusion Supporting Reads count split reads and pairs together; they are given \
                      as split reads",
            order: "stated where the genes are joined by a hyphen, not oriented where by a slash",
        }
    }

    fn detects(&self) -> &'static [Detects] {
        scope::ALL
    }

    fn recognises(&self, head: &Head) -> bool {
        let is_title = |line: &String| {
            line.to_ascii_lowercase()
                .contains("combined variant output")
        };
        let has = |name: &str| head.lines().any(|line| line.trim_end() == name);
        head.lines()
            .find(|line| !line.trim().is_empty())
            .is_some_and(|line| is_title(&line))
            || (has("[Analysis Details]")
                && ["[TMB]", "[Small Variants]", "[Fusions]"]
                    .iter()
                    .any(|name| has(name)))
    }

    fn open(
        &self,
        mut stream: Stream,
        options: &ReadOptions,
    ) -> Result<Box<dyn Records>, ReadError> {
        let document = Document::read(&mut stream, options.input)?;
        let (sample, wrong) = sample(&document, options);
        if let Some(what) = wrong {
            return Err(ReadError::Samples {
                path: stream.path().to_owned(),
                what,
            });
        }
        let mut warnings = document.warnings.clone();
        warnings.extend(measures::not_measured(&document, options.input));
        Ok(Box::new(Open {
            facts: FileFacts {
                caller: None,
                caller_version: version(&document),
                assembly: Some((Assembly::GRCh37, "documentation of the format".to_owned())),
                sample,
                detects: Some(scope::detects(&document)),
                warnings,
            },
            sections: document.sections,
            rows: document.rows.into_iter(),
            symbols: options.symbols.clone(),
            input: options.input,
            stream,
        }))
    }
}

/// The pair's or sample's name, and what is wrong where the file is another's.
fn sample(document: &Document, options: &ReadOptions) -> (Option<String>, Option<String>) {
    let mut names: Vec<&str> = Vec::new();
    for key in ["Pair ID", "DNA Sample ID", "RNA Sample ID", "Sample ID"] {
        let name = document.detail(key).filter(|name| !names.contains(name));
        names.extend(name);
    }
    let Some(wanted) = options.wanted_sample() else {
        return (names.first().map(|name| (*name).to_owned()), None);
    };
    let is_known = names.is_empty() || names.contains(&wanted);
    let wrong = (!is_known).then(|| {
        format!(
            "the file's sample is {}, not \"{}\"",
            names
                .iter()
                .map(|name| format!("\"{}\"", name.escape_debug()))
                .collect::<Vec<_>>()
                .join(" or "),
            wanted.escape_debug()
        )
    });
    let named = names.contains(&wanted).then(|| wanted.to_owned());
    (named, wrong)
}

fn version(document: &Document) -> Option<String> {
    let stated = ["Pipeline Version", "Module Version"]
        .into_iter()
        .find_map(|key| document.detail(key))?;
    Some(format!("TruSight Oncology 500 {stated}"))
}
