//! The sections by their names, which changed with the versions.

/// What a section holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Details,
    Tmb,
    Msi,
    Gis,
    Amplifications,
    CopyNumbers,
    Exons,
    SmallVariants,
    Splice,
    Fusions,
    /// Known and of no use here.
    NotRead,
    Unknown,
}

impl Kind {
    /// Of the section of that name.
    pub(super) fn of(name: &str) -> Self {
        match name.to_ascii_lowercase().as_str() {
            "analysis details" => Self::Details,
            "tmb" => Self::Tmb,
            "msi" => Self::Msi,
            "gis" => Self::Gis,
            "gene amplifications" => Self::Amplifications,
            "copy number variants" => Self::CopyNumbers,
            "exon-level cnvs" | "large rearrangements" => Self::Exons,
            "small variants" => Self::SmallVariants,
            "splice variants" => Self::Splice,
            "fusions" | "dna fusions" | "rna fusions" => Self::Fusions,
            "sequencing run details"
            | "loss of heterozygosity"
            | "gene-level loss of heterozygosity" => Self::NotRead,
            _ => Self::Unknown,
        }
    }

    /// Columns that its rows need; none for pairs of a key and a value.
    pub(super) fn needed(self) -> &'static [&'static str] {
        match self {
            Self::Amplifications | Self::CopyNumbers => &["Gene", "Fold Change"],
            Self::Exons => &["Gene"],
            Self::SmallVariants => &[
                "Gene",
                "Chromosome",
                "Genomic Position",
                "Reference Call",
                "Alternative Call",
                "Allele Frequency",
                "Depth",
            ],
            Self::Splice => &["Gene", "Breakpoint 1", "Breakpoint 2"],
            Self::Fusions => &["Gene Pair", "Breakpoint 1", "Breakpoint 2"],
            Self::Details | Self::Tmb | Self::Msi | Self::Gis | Self::NotRead | Self::Unknown => {
                &[]
            }
        }
    }

    /// Keys whose line is a record.
    pub(super) fn recorded(self) -> &'static [&'static str] {
        match self {
            Self::Tmb => &["Total TMB"],
            Self::Msi => &["Percent Unstable MSI Sites"],
            Self::Gis => &["Genomic Instability Score", "Tumor Fraction", "Ploidy"],
            Self::Details
            | Self::Amplifications
            | Self::CopyNumbers
            | Self::Exons
            | Self::SmallVariants
            | Self::Splice
            | Self::Fusions
            | Self::NotRead
            | Self::Unknown => &[],
        }
    }
}
