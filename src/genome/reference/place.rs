//! The assembly of a reference, and whether its annotation lies on it.

use crate::domain::Assembly;
use crate::genome::Genome;
use crate::genome::reference::annotation::Annotation;
use crate::genome::reference::checked;
use crate::genome::reference::fasta::Fasta;
use crate::genome::reference::source::told;
use crate::read::ReadError;

const HINT: &str = "give a FASTA and an annotation of one assembly, GRCh37 (hg19) or GRCh38 (hg38)";

/// Known genes that have to lie where they should, of those compared. Some are re-placed between
/// releases, so not all need to.
const NEEDED_SHARE: f64 = 0.8;

/// Coding genes whose bases are read when a reference is opened.
const TRIED_GENES: usize = 50;

/// Where known genes lie.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// Genes that the embedded tables know on that assembly.
    compared: u32,
    /// Of them, those that touch their place there.
    there: u32,
}

impl Known {
    fn share(self) -> f64 {
        if self.compared == 0 {
            return 0.0;
        }
        f64::from(self.there) / f64::from(self.compared)
    }
}

fn known(annotation: &Annotation, assembly: Assembly) -> Known {
    let mut known = Known::default();
    let mut seen = std::collections::HashSet::new();
    for gene in &annotation.genes {
        let mut places = Genome::embedded()
            .of_gene(assembly, &gene.symbol)
            .filter(|transcript| transcript.chrom == gene.chrom)
            .peekable();
        if places.peek().is_none() || !seen.insert((&gene.symbol, &gene.chrom)) {
            continue;
        }
        known.compared += 1;
        let (start, end) = gene.span();
        let is_there =
            places.any(|transcript| transcript.start() <= end && transcript.end() >= start);
        known.there += u32::from(is_there);
    }
    known
}

/// The file that tells the assembly, the assembly, and by what. `None` where nothing tells it.
///
/// # Errors
/// Where it is neither GRCh37 nor GRCh38, or what tells it does not agree.
pub(super) fn assembly(
    fasta: Option<&Fasta>,
    annotation: Option<&Annotation>,
) -> Result<Option<(String, Assembly, String)>, ReadError> {
    let mut seen: Vec<(String, Assembly, String)> = Vec::new();
    if let Some(fasta) = fasta {
        let path = &fasta.source.path;
        let found = fasta
            .contigs
            .assembly()
            .map_err(|what| told(path, what, HINT))?;
        seen.extend(found.map(|(assembly, by)| (path.clone(), assembly, by)));
    }
    if let Some(annotation) = annotation {
        let path = &annotation.source.path;
        let found = annotation
            .contigs
            .assembly()
            .map_err(|what| told(path, what, HINT))?;
        seen.extend(found.map(|(assembly, by)| (path.clone(), assembly, by)));
        for (named, line) in &annotation.named {
            match named {
                Some(assembly) => {
                    let by = format!("its header (\"{}\")", line.escape_debug());
                    seen.push((path.clone(), *assembly, by));
                }
                None if line.starts_with("genome-build") => {
                    let what = format!(
                        "its header says \"{}\", which is neither GRCh37 nor GRCh38",
                        line.escape_debug()
                    );
                    return Err(told(path, what, HINT));
                }
                None => {}
            }
        }
        let (old, new) = (
            known(annotation, Assembly::GRCh37),
            known(annotation, Assembly::GRCh38),
        );
        let by = |known: Known| {
            format!(
                "the places of known genes ({} of {})",
                known.there, known.compared
            )
        };
        // Long genes touch their place on the other assembly too.
        if old.share() >= NEEDED_SHARE && old.there > new.there {
            seen.push((path.clone(), Assembly::GRCh37, by(old)));
        } else if new.share() >= NEEDED_SHARE && new.there > old.there {
            seen.push((path.clone(), Assembly::GRCh38, by(new)));
        }
    }
    let Some(first) = seen.first().cloned() else {
        return Ok(None);
    };
    match seen.iter().find(|(_, assembly, _)| *assembly != first.1) {
        None => Ok(Some(first)),
        Some((path, assembly, by)) => Err(told(
            path,
            format!(
                "is on {assembly} by {by}, but {} is on {} by {}",
                first.0, first.1, first.2
            ),
            HINT,
        )),
    }
}

/// Whether the annotation lies on the assembly and on the bases of the FASTA.
///
/// # Errors
/// With what was seen.
pub(super) fn fits(
    fasta: Option<&Fasta>,
    annotation: &Annotation,
    assembly: Assembly,
) -> Result<(), ReadError> {
    let path = &annotation.source.path;
    let known = known(annotation, assembly);
    if known.compared > 0 && known.share() < NEEDED_SHARE {
        return Err(told(
            path,
            format!(
                "only {} of {} known genes lie where they do on {assembly}",
                known.there, known.compared
            ),
            HINT,
        ));
    }
    let Some(fasta) = fasta else { return Ok(()) };
    let mut held = 0_usize;
    for gene in &annotation.genes {
        let Some(length) = fasta.contigs.length_of(&gene.chrom) else {
            continue;
        };
        held += 1;
        let (_, end) = gene.span();
        if end > length {
            return Err(told(
                path,
                format!(
                    "{} reaches to {}:{end}, but in {} that has {length} bases",
                    gene.symbol, gene.chrom, fasta.source.path
                ),
                HINT,
            ));
        }
    }
    if held == 0 {
        return Err(told(
            path,
            format!("none of its chromosomes is in {}", fasta.source.path),
            HINT,
        ));
    }
    translates(fasta, annotation, assembly)
}

/// Whether most of some coding genes spell a protein on these bases.
fn translates(fasta: &Fasta, annotation: &Annotation, assembly: Assembly) -> Result<(), ReadError> {
    let lookup = |chrom: &crate::domain::Chromosome, start, end| fasta.bases(chrom, start, end);
    let (mut tried, mut spelled) = (0_usize, 0_usize);
    let held = annotation
        .genes
        .iter()
        .filter(|gene| fasta.holds(&gene.chrom));
    // Spread over the file, so that not one chromosome speaks for all.
    let step = annotation.genes.len() / (8 * TRIED_GENES) + 1;
    for gene in held.step_by(step) {
        if tried >= TRIED_GENES {
            break;
        }
        let (without, _) = checked::transcripts(gene, assembly, None);
        let stated = without.iter().filter(|one| one.coding.is_some()).count();
        if stated == 0 {
            continue;
        }
        tried += 1;
        let (with, _) = checked::transcripts(gene, assembly, Some(&lookup));
        spelled += usize::from(with.iter().any(|one| one.coding.is_some()));
    }
    if let Some(damage) = fasta.damage() {
        return Err(damage);
    }
    if spelled * 2 < tried {
        return Err(told(
            &annotation.source.path,
            format!(
                "of {tried} coding genes that were tried, {spelled} spell a protein on the bases \
                 of {}",
                fasta.source.path
            ),
            "give the FASTA that the annotation was made for",
        ));
    }
    Ok(())
}
