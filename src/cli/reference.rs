//! `sarcolens reference`

use crate::cli::output;
use crate::domain::{Assembly, GeneSymbol};
use crate::genome::{Built, Reference};
use crate::pipeline::Failure;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// A laboratory's own reference
#[derive(Debug, Subcommand)]
pub(super) enum ReferenceCommand {
    /// Write a FASTA and an annotation as one file that later runs read in milliseconds
    ///
    /// `sarcolens interpret --gff CACHE` takes it. It holds every transcript that can be used, and the
    /// bases of coding exons with 50 on either side: some 50 MB for all genes of man. A cache whose
    /// sources have changed is refused.
    Build(Build),
}

/// Options of `reference build`.
#[derive(Debug, Args)]
pub(super) struct Build {
    /// Bases, with the index (`samtools faidx`) beside them; bgzip too
    #[arg(long, value_name = "FILE")]
    fasta: String,
    /// Genes and transcripts: GFF3 or GTF
    #[arg(long, alias = "gtf", value_name = "FILE")]
    gff: String,
    /// The file to write
    #[arg(short, long, value_name = "CACHE")]
    output: PathBuf,
    /// Reference assembly, where the files do not tell it: auto, GRCh37, GRCh38
    #[arg(long, value_name = "NAME", default_value = "auto")]
    assembly: String,
    /// Overwrite an existing file
    #[arg(long)]
    force: bool,
}

impl ReferenceCommand {
    pub(super) fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Build(build) => build.run(),
        }
    }
}

impl Build {
    fn run(self) -> anyhow::Result<()> {
        let assembly = super::assembly(&self.assembly)?;
        output::prepare_file(&self.output, self.force)?;
        let built = self.built(assembly)?;
        output::write_file(&self.output, &built.bytes, self.force)?;
        tracing::info!(
            "wrote {}: {} genes and {} transcripts on {}, {} kB",
            self.output.display(),
            built.genes,
            built.transcripts,
            built.assembly,
            built.bytes.len().div_ceil(1000)
        );
        for (why, count) in &built.left_out {
            tracing::info!("{count} transcript(s) left out: {why}");
        }
        Ok(())
    }

    fn built(&self, assembly: Option<Assembly>) -> Result<Built, Failure> {
        // Names are brought up to date when the cache is read, by the symbols of that time.
        let as_written = |symbol: &GeneSymbol| symbol.clone();
        let reference = Reference {
            fasta: Some(&self.fasta),
            gff: Some(&self.gff),
            assembly,
            current: &as_written,
        };
        Ok(reference.build()?)
    }
}
