//! Which caller wrote a file, and what such a file can tell of.

use super::header::Header;
use crate::domain::Detects;

/// A mark in a header that tells its caller.
enum Mark {
    /// A `##source` that begins like this, whatever the case.
    Source(&'static str),
    /// A `##key=` line that begins like this.
    Key(&'static str),
    /// A structured line of a tool: its key begins like this, its `ID` is this.
    Tool(&'static str, &'static str),
    /// FORMAT fields that only this caller has.
    Formats(&'static [&'static str]),
    /// INFO fields that only this caller has.
    Infos(&'static [&'static str]),
}

const SMALL: &[Detects] = &[Detects::SmallVariant];
const JOINED: &[Detects] = &[Detects::Rearrangement];
const COPIES: &[Detects] = &[Detects::CopyNumber];

/// Callers by their marks; the first that fits counts.
static PRODUCERS: &[(&str, Mark, &[Detects])] = &[
    ("merged", Mark::Source("samtools-sniper"), SMALL),
    ("mutect2", Mark::Key("MutectVersion"), SMALL),
    ("mutect2", Mark::Source("mutect2"), SMALL),
    ("mutect2", Mark::Tool("GATKCommandLine", "Mutect2"), SMALL),
    ("mutect2", Mark::Tool("GATKCommandLine", "MuTect2"), SMALL),
    ("mutect", Mark::Key("MuTect"), SMALL),
    ("strelka", Mark::Source("strelka"), SMALL),
    ("vardict", Mark::Formats(&["VD", "ALD"]), SMALL),
    ("varscan", Mark::Source("varscan"), SMALL),
    ("lofreq", Mark::Source("lofreq"), SMALL),
    (
        "somaticsniper",
        Mark::Formats(&["BCOUNT", "JGQ", "SSC"]),
        SMALL,
    ),
    ("muse", Mark::Key("MuSE_"), SMALL),
    ("scalpel", Mark::Source("scalpel"), SMALL),
    ("pindel", Mark::Source("pindel"), SMALL),
    ("radia", Mark::Source("radia"), SMALL),
    ("freebayes", Mark::Source("freebayes"), SMALL),
    ("freebayes", Mark::Formats(&["RO", "QR", "AO", "QA"]), SMALL),
    ("deepvariant", Mark::Key("DeepVariant"), SMALL),
    ("clairs", Mark::Source("clairs"), SMALL),
    (
        "tnscope",
        Mark::Tool("SentieonCommandLine", "TNscope"),
        SMALL,
    ),
    ("sage", Mark::Key("sage"), SMALL),
    ("sage", Mark::Formats(&["RC_CNT", "RABQ"]), SMALL),
    (
        "varlociraptor",
        Mark::Infos(&["PROB_ABSENT", "PROB_ARTIFACT"]),
        SMALL,
    ),
    ("mutect", Mark::Formats(&["FA", "BQ", "AD"]), SMALL),
    ("manta", Mark::Source("generatesvcandidates"), JOINED),
    ("dragen-sv", Mark::Source("dragen_sv"), JOINED),
    ("dragen-sv", Mark::Infos(&["SVTYPE", "BND_DEPTH"]), JOINED),
    ("esvee", Mark::Key("esvee"), JOINED),
    ("esvee", Mark::Key("Esvee"), JOINED),
    ("gridss", Mark::Key("gridss"), JOINED),
    (
        "gridss",
        Mark::Formats(&["ASRP", "ASSR", "BVF", "REFPAIR", "VF"]),
        JOINED,
    ),
    (
        "delly",
        Mark::Formats(&["RCL", "RCR", "DR", "DV", "RR", "RV"]),
        JOINED,
    ),
    ("lumpy", Mark::Source("lumpy"), JOINED),
    ("lumpy", Mark::Formats(&["SU", "PE", "SR"]), JOINED),
    ("severus", Mark::Source("severus"), JOINED),
    ("savana", Mark::Source("savana"), JOINED),
    ("savana", Mark::Infos(&["TUMOUR_READ_SUPPORT"]), JOINED),
    ("sniffles", Mark::Source("sniffles"), JOINED),
    ("svaba", Mark::Infos(&["SVTYPE", "EVDNC", "SCTG"]), JOINED),
    (
        "integrate",
        Mark::Infos(&["IMPRECISE(Fucion Junction)"]),
        JOINED,
    ),
];

/// The caller's short name (`vcf` where no mark is known) and what such a file can tell of.
pub(super) fn producer(header: &Header) -> (&'static str, &'static [Detects]) {
    PRODUCERS
        .iter()
        .find(|(_, mark, _)| fits(mark, header))
        .map_or_else(
            || ("vcf", by_fields(header)),
            |(name, _, detects)| (*name, *detects),
        )
}

/// What a file says of the sides that its records join.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sides {
    /// The allele, or what stands beside a symbolic one.
    Stated,
    /// Of a breakend `STRANDS` alone. Sniffles 1 writes `N[` for `++` and `]N` for `--`.
    Strands,
    /// Of a breakend `STRANDS` alone, in the order of the pair (`…_1`, `…_2`). Severus writes `N[`
    /// for `-+` and `]N` for `+-`, against its own `STRANDS`; by the known junctions of COLO829 the
    /// strands are right.
    StrandsOfPair,
    /// Those of a breakend cannot be relied on. Sniffles 2 before 2.8 writes the alleles of its
    /// breakends wrong (its issue 413).
    OfTypesAlone,
    /// None. INTEGRATE gives the shape of a breakend by the strand of one of its two genes.
    Unstated,
}

/// How far the sides of `producer`'s breakends are to be believed.
pub(super) fn sides(producer: &str, header: &Header) -> Sides {
    match producer {
        "severus" => Sides::StrandsOfPair,
        "integrate" => Sides::Unstated,
        "sniffles" => header
            .plain
            .get("source")
            .into_iter()
            .flatten()
            .find(|source| source.to_ascii_lowercase().starts_with("sniffles"))
            .map_or(Sides::OfTypesAlone, |source| sniffles(source)),
        _ => Sides::Stated,
    }
}

/// `Sniffles2_2.3.3`; `Sniffles` alone is version 1.
fn sniffles(source: &str) -> Sides {
    let Some((_, version)) = source.split_once('_') else {
        return Sides::Strands;
    };
    let mut numbers = version.split('.').map(|part| part.parse::<u32>().ok());
    match (numbers.next().flatten(), numbers.next().flatten()) {
        (Some(2), Some(minor)) if minor >= 8 => Sides::Stated,
        (Some(major), Some(_)) if major > 2 => Sides::Stated,
        _ => Sides::OfTypesAlone,
    }
}

/// What is told of a file whose breakends cannot be relied on.
pub(super) fn unreliable(sides: Sides) -> Option<&'static str> {
    match sides {
        Sides::Stated | Sides::Strands | Sides::StrandsOfPair => None,
        Sides::OfTypesAlone => Some(
            "the shapes of breakends are not reliable before Sniffles 2.8; which sides are joined \
             is not read from them",
        ),
        Sides::Unstated => Some(
            "INTEGRATE shapes a breakend by one of its two genes; which sides are joined is not read",
        ),
    }
}

/// The `##source` with its version, as far as a person would say it. `None` where not stated.
pub(super) fn version(header: &Header) -> Option<String> {
    const SHOWN: usize = 40;
    let source = header.plain.get("source")?.last()?;
    // LoFreq writes its whole command line.
    let source = source.split(" -").next().unwrap_or(source);
    let source: String = source.chars().take(SHOWN).collect();
    let version = ["source_version", "MutectVersion"]
        .into_iter()
        .find_map(|key| header.plain(key));
    Some(match version {
        Some(version) => format!("{source} {version}"),
        None => source,
    })
}

fn fits(mark: &Mark, header: &Header) -> bool {
    match mark {
        Mark::Source(start) => header
            .plain
            .get("source")
            .into_iter()
            .flatten()
            .any(|source| source.to_ascii_lowercase().starts_with(start)),
        Mark::Key(start) => header.plain.keys().any(|key| key.starts_with(start)),
        Mark::Tool(start, id) => header
            .tools
            .iter()
            .any(|(key, tool)| key.starts_with(start) && tool == id),
        Mark::Formats(names) => names.iter().all(|name| header.formats.contains(*name)),
        Mark::Infos(names) => names.iter().all(|name| header.infos.contains_key(*name)),
    }
}

/// Without a known mark the declared fields tell: absence must not be read into a file that could
/// not have held the alteration.
fn by_fields(header: &Header) -> &'static [Detects] {
    let copies = header.formats.contains("CN") || header.infos.contains_key("CN");
    match (header.infos.contains_key("SVTYPE"), copies) {
        (true, true) => COPIES,
        (true, false) => JOINED,
        (false, _) => SMALL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breakends_are_believed_by_version() {
        for (source, expected) in [
            ("Sniffles", Sides::Strands),
            ("Sniffles2_2.0.7", Sides::OfTypesAlone),
            ("Sniffles2_2.7.5", Sides::OfTypesAlone),
            ("Sniffles2_2.8.0", Sides::Stated),
            ("Sniffles2_2.10", Sides::Stated),
            ("Sniffles2_3.0", Sides::Stated),
            ("Sniffles2_build", Sides::OfTypesAlone),
        ] {
            assert_eq!(sniffles(source), expected, "{source}");
        }
    }
}
