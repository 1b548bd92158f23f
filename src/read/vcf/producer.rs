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
/// Ion Reporter's panels tell of all three in one file.
const PANEL: &[Detects] = &[Detects::SmallVariant, Detects::Fusion, Detects::CopyNumber];

/// Callers by their marks; the first that fits counts.
static PRODUCERS: &[(&str, Mark, &[Detects])] = &[
    ("merged", Mark::Source("samtools-sniper"), SMALL),
    ("ion-reporter", Mark::Key("IonReporter"), PANEL),
    (
        "ion-reporter",
        Mark::Infos(&["READ_COUNT", "GENE_NAME", "EXON_NUM"]),
        PANEL,
    ),
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
    ("dragen-cnv", Mark::Source("dragen_cnv"), COPIES),
    ("canvas", Mark::Source("canvas"), COPIES),
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

/// The `##source` with its version, as far as a person would say it. `None` where not stated.
pub(super) fn version(header: &Header) -> Option<String> {
    const SHOWN: usize = 40;
    let named = [
        ("gridssVersion", "GRIDSS"),
        ("EsveeVersion", "ESVEE"),
        ("esveeVersion", "ESVEE"),
    ]
    .into_iter()
    .find_map(|(key, name)| Some(format!("{name} {}", header.plain(key)?)));
    let Some(source) = header.plain.get("source").and_then(|all| all.last()) else {
        return named;
    };
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
