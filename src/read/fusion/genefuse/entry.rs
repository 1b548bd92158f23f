//! One fusion of the report: its two sides and which of them is 5'.

use crate::domain::{Chromosome, Fusion, GeneSymbol, Locus, Partner, PartnerOrder};
use crate::read::table::shown;
use serde_json::Value;

/// What one entry says.
///
/// # Errors
/// In words where a side of it cannot be read.
pub(super) fn fusion(bytes: &[u8]) -> Result<Fusion, String> {
    let (title, body): (String, Value) =
        serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let left = Side::of(&body, "left")?;
    let right = Side::of(&body, "right")?;
    let unique = body.get("unique").and_then(Value::as_u64);
    let split_reads = unique
        .and_then(|unique| u32::try_from(unique).ok())
        .ok_or("unique: expected a whole number")?;
    let (order, five, three) = match (left.forward, right.forward) {
        (true, true) => (PartnerOrder::Stated, left, right),
        // The reads run against both genes, so the right one comes first in the transcript.
        (false, false) => (PartnerOrder::Stated, right, left),
        (true, false) | (false, true) => (PartnerOrder::Unoriented, left, right),
    };
    Ok(Fusion {
        split_reads: Some(split_reads),
        event_type: title.split_once(':').map(|(kind, _)| kind.to_lowercase()),
        ..Fusion::of(five.partner(0), three.partner(1), order)
    })
}

/// One side of a fusion.
struct Side {
    gene: Option<GeneSymbol>,
    transcript: Option<String>,
    locus: Locus,
    site: Option<String>,
    number: Option<u32>,
    forward: bool,
}

impl Side {
    fn of(body: &Value, name: &str) -> Result<Self, String> {
        let side = body
            .get(name)
            .ok_or_else(|| format!("{name}: absent, expected one side of the fusion"))?;
        let text = |key: &str| side.get(key).and_then(Value::as_str);
        let written = text("gene_name").unwrap_or_default();
        let (gene, transcript) = match written.split_once('_') {
            Some((gene, transcript)) => (gene, Some(transcript.to_owned())),
            None => (written, None),
        };
        let position = side.get("position").and_then(Value::as_i64);
        let locus = text("gene_chr")
            .zip(position.filter(|position| *position != 0))
            .map(|(chrom, position)| Locus {
                chrom: Chromosome::new(chrom),
                pos: position.unsigned_abs(),
            })
            .ok_or_else(|| format!("{name}: expected gene_chr and a position"))?;
        let forward = match text("strand") {
            Some("forward") => true,
            Some("reversed") => false,
            other => {
                return Err(format!(
                    "{name}: strand \"{}\", expected forward or reversed",
                    shown(other.unwrap_or_default())
                ));
            }
        };
        Ok(Self {
            gene: GeneSymbol::new(gene),
            transcript,
            locus,
            site: text("exon_or_intron").map(str::to_owned),
            number: side
                .get("exon_or_intron_id")
                .and_then(Value::as_u64)
                .and_then(|number| u32::try_from(number).ok())
                .filter(|number| *number > 0),
            forward,
        })
    }

    /// `after_intron` is 1 where the exon kept is the one behind an intron of the same number.
    fn partner(self, after_intron: u32) -> Partner {
        let exon = match self.site.as_deref() {
            Some("exon") => self.number,
            Some("intron") => self
                .number
                .and_then(|number| number.checked_add(after_intron)),
            Some(_) | None => None,
        };
        Partner {
            transcript: self.transcript,
            exon,
            site: self.site,
            ..Partner::at(self.gene, self.locus, None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(left: &str, right: &str) -> String {
        let side = |gene: &str, strand: &str, position: i64| {
            format!(
                "{{\"gene_name\":\"{gene}_NM_1\",\"gene_chr\":\"chr1\",\"position\":{position},\
                 \"exon_or_intron\":\"intron\",\"exon_or_intron_id\":7,\"strand\":\"{strand}\"}}"
            )
        };
        format!(
            "[\"Fusion: x\",{{\"left\":{},\"right\":{},\"unique\":4}}]",
            side("A", left, -20),
            side("B", right, 30)
        )
    }

    #[test]
    fn the_strands_tell_the_order() {
        let read = |left, right| {
            let fusion = fusion(entry(left, right).as_bytes()).unwrap();
            let exons = (fusion.five_prime.exon, fusion.three_prime.exon);
            assert_eq!(exons, (Some(7), Some(8)), "last and first exon kept");
            (fusion.label(), fusion.order)
        };
        assert_eq!(
            read("forward", "forward"),
            ("A::B".to_owned(), PartnerOrder::Stated)
        );
        assert_eq!(
            read("reversed", "reversed"),
            ("B::A".to_owned(), PartnerOrder::Stated)
        );
        assert_eq!(read("forward", "reversed").1, PartnerOrder::Unoriented);
        assert!(fusion(entry("forward", "up").as_bytes()).is_err());
    }
}
