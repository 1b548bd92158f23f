//! The SAM header before some tables: the sample and the assembly.

use crate::domain::{Assembly, Chromosome};

/// What its lines told.
#[derive(Default)]
pub(super) struct SamHeader {
    /// `SM` of the first `@RG` that has one.
    pub(super) sample: Option<String>,
    /// Contigs as long as on GRCh37.
    fit_37: usize,
    /// Contigs as long as on GRCh38.
    fit_38: usize,
}

impl SamHeader {
    /// Takes one line.
    pub(super) fn take(&mut self, line: &str) {
        let tag = |name: &str| {
            line.split('\t')
                .find_map(|field| field.strip_prefix(name)?.strip_prefix(':'))
        };
        if line.starts_with("@RG\t") {
            self.sample = self.sample.take().or(tag("SM").map(str::to_owned));
        } else if line.starts_with("@SQ\t")
            && let (Some(name), Some(length)) = (tag("SN"), tag("LN"))
        {
            let chrom = Chromosome::new(name);
            let length = length.parse().ok();
            let fits = |assembly: Assembly| {
                usize::from(length.is_some() && assembly.length_of(&chrom) == length)
            };
            self.fit_37 += fits(Assembly::GRCh37);
            self.fit_38 += fits(Assembly::GRCh38);
        }
    }

    /// The assembly by the lengths of its contigs. `None` where they are of none or of both.
    pub(super) fn assembly(&self) -> Option<Assembly> {
        match (self.fit_37, self.fit_38) {
            (1.., 0) => Some(Assembly::GRCh37),
            (0, 1..) => Some(Assembly::GRCh38),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sample_and_assembly() {
        let of = |lines: &[&str]| {
            let mut header = SamHeader::default();
            lines.iter().for_each(|line| header.take(line));
            (header.sample.clone(), header.assembly())
        };
        let old = "@SQ\tSN:1\tLN:249250621";
        let new = "@SQ\tSN:chr1\tLN:248956422\tM5:x";
        assert_eq!(
            of(&["@HD\tVN:1.6", new, "@RG\tID:x\tSM:T1"]),
            (Some("T1".to_owned()), Some(Assembly::GRCh38))
        );
        assert_eq!(of(&[old]), (None, Some(Assembly::GRCh37)));
        assert_eq!(of(&[old, new]).1, None);
        assert_eq!(of(&["@SQ\tSN:1\tLN:5"]).1, None);
    }
}
