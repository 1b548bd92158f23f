//! Depth, reads with the alternate allele and allele fraction in the tumour, caller by caller.
//!
//! | fields | callers | depth, alternate reads, fraction |
//! |---|---|---|
//! | `FAO FDP` | Ion Reporter | the F fields |
//! | `AD` of one number, `RD` of one | VarScan | RD + AD; AD; FREQ, else AD / (RD + AD) |
//! | `AD` with the reference first | Mutect2, MuTect, MuSE, VarDict, DeepVariant, SAGE, … | DP, else AFDP (TNscope), else the sum; AD; the caller's fraction, else AD / sum |
//! | `VD` | VarDict | DP; VD; AF |
//! | `AO RO` | FreeBayes | DP; AO; AO / (RO + all AO) |
//! | `DP4` | SomaticSniper | sum; last two; their share |
//! | `SR`, else `PR`, of two numbers | Manta, DRAGEN | both; the second; its share |
//! | `RR RV`, else `DR DV` | DELLY, Severus, Sniffles | both; the second; the caller's fraction, else its share |
//! | `AD` of one number, `CR`, `DP` | SvABA indels | DP; AD; AD / DP |
//! | `AU CU GU TU` | Strelka SNV | DP; first number of the base; FREQ of merged files, else alt / (alt + ref) |
//! | `TAR TIR` | Strelka indel | DP; first number of TIR; FREQ, else TIR / (TIR + TAR) |
//! | INFO `TDP TVAF` | PCGR input | as named |
//! | INFO `DP DP4 AF` of a file without samples | LoFreq | DP; last two of DP4; AF |
//!
//! Files merged out of several callers declare the fields of all; those that hold something are taken
//! in the order of the table. INFO `AF` of any other file is the genotypes' frequency among samples and never read. A field
//! that cannot be read warns and leaves its number out.

mod fields;
mod junctions;

use super::line::Line;
use crate::domain::Fraction;
use fields::Fields;
use junctions::{structural, svaba};

/// What the reads say of one alternate allele.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Reads {
    pub(super) depth: Option<u32>,
    pub(super) alternate: Option<u32>,
    pub(super) fraction: Option<Fraction>,
    /// Fields that could not be read.
    pub(super) odd: Vec<String>,
}

/// The reads of the allele at `index` (0: the first alternate one) in the sample at `sample`.
/// `None` as sample: the file has no sample columns.
pub(super) fn reads(line: &Line<'_>, sample: Option<usize>, index: usize) -> Reads {
    let mut found = match sample {
        Some(sample) => {
            let mut fields = Fields {
                line,
                sample,
                odd: Vec::new(),
            };
            let found = of_sample(&mut fields, index).unwrap_or_default();
            Reads {
                depth: found.depth.or_else(|| fields.one("DP")),
                fraction: found.fraction.or_else(|| fields.stated(index)),
                odd: fields.odd,
                ..found
            }
        }
        None => of_info(line, index),
    };
    if found.alternate.is_none() && found.fraction.is_none() {
        let number = |key: &str| line.info(key).and_then(|text| text.parse().ok());
        found.fraction = number("TVAF").and_then(Fraction::new);
        if found.fraction.is_some() {
            found.depth = line.info("TDP").and_then(|text| text.parse().ok());
        }
    }
    found
}

fn of_sample(fields: &mut Fields<'_, '_>, index: usize) -> Option<Reads> {
    ion(fields, index)
        .or_else(|| svaba(fields))
        .or_else(|| allelic_depth(fields, index))
        .or_else(|| vardict(fields))
        .or_else(|| freebayes(fields, index))
        .or_else(|| four_counts(fields))
        .or_else(|| strelka(fields, index))
        .or_else(|| structural(fields, index))
}

/// Tier 1 counts: the first number of each field.
fn strelka(fields: &mut Fields<'_, '_>, index: usize) -> Option<Reads> {
    let is_indel = fields.line.format(fields.sample, "TIR").is_some();
    let (reference, alternate) = if is_indel {
        (fields.one("TAR")?, fields.one("TIR")?)
    } else {
        let base = |allele: &str| match allele {
            "A" => Some("AU"),
            "C" => Some("CU"),
            "G" => Some("GU"),
            "T" => Some("TU"),
            _ => None,
        };
        let reference = base(fields.line.reference)?;
        let alternate = base(fields.line.alternates.get(index)?)?;
        (fields.one(reference)?, fields.one(alternate)?)
    };
    Some(Reads {
        depth: fields.one("DP"),
        alternate: Some(alternate),
        fraction: fields
            .per_cent("FREQ")
            .or_else(|| Fraction::of_counts(alternate, reference.saturating_add(alternate))),
        odd: Vec::new(),
    })
}

fn ion(fields: &mut Fields<'_, '_>, index: usize) -> Option<Reads> {
    let alternate = fields.at("FAO", index)?;
    let depth = fields.one("FDP")?;
    Some(Reads {
        depth: Some(depth),
        alternate: Some(alternate),
        fraction: Fraction::of_counts(alternate, depth),
        odd: Vec::new(),
    })
}

fn allelic_depth(fields: &mut Fields<'_, '_>, index: usize) -> Option<Reads> {
    let counts = fields.numbers("AD")?;
    let alleles = fields.line.alternates.len();
    if counts.len() == alleles + 1 {
        let alternate = counts.get(index + 1).copied().flatten()?;
        let sum = counts
            .iter()
            .flatten()
            .fold(0_u32, |sum, count| sum.saturating_add(*count));
        return Some(Reads {
            depth: fields
                .one("DP")
                .or_else(|| fields.one("AFDP"))
                .or(Some(sum)),
            alternate: Some(alternate),
            fraction: fields
                .stated(index)
                .or_else(|| Fraction::of_counts(alternate, sum)),
            odd: Vec::new(),
        });
    }
    let reference = fields.numbers("RD").unwrap_or_default();
    if let ([Some(alternate)], [Some(reference)]) = (counts.as_slice(), reference.as_slice()) {
        let depth = reference.saturating_add(*alternate);
        return Some(Reads {
            depth: Some(depth),
            alternate: Some(*alternate),
            fraction: fields
                .per_cent("FREQ")
                .or_else(|| Fraction::of_counts(*alternate, depth)),
            odd: Vec::new(),
        });
    }
    fields.odd.push(format!(
        "AD: found {} number(s) for {alleles} alternate allele(s); allele fraction not computed \
         from it",
        counts.len()
    ));
    None
}

fn vardict(fields: &mut Fields<'_, '_>) -> Option<Reads> {
    let alternate = fields.one("VD")?;
    let depth = fields.one("DP");
    Some(Reads {
        depth,
        alternate: Some(alternate),
        fraction: fields
            .stated(0)
            .or_else(|| Fraction::of_counts(alternate, depth?)),
        odd: Vec::new(),
    })
}

fn freebayes(fields: &mut Fields<'_, '_>, index: usize) -> Option<Reads> {
    let counts = fields.numbers("AO")?;
    let alternate = counts.get(index).copied().flatten()?;
    let depth = fields.one("DP");
    let whole = fields.one("RO").map(|reference| {
        counts
            .iter()
            .flatten()
            .fold(reference, |sum, count| sum.saturating_add(*count))
    });
    Some(Reads {
        depth: depth.or(whole),
        alternate: Some(alternate),
        fraction: Fraction::of_counts(alternate, whole.or(depth)?),
        odd: Vec::new(),
    })
}

/// Reference forward and reverse, alternate forward and reverse.
fn four_counts(fields: &mut Fields<'_, '_>) -> Option<Reads> {
    let counts = fields.numbers("DP4")?;
    counted(&counts)
}

fn counted(counts: &[Option<u32>]) -> Option<Reads> {
    let [Some(a), Some(b), Some(c), Some(d)] = counts else {
        return None;
    };
    let alternate = c.saturating_add(*d);
    let depth = a.saturating_add(*b).saturating_add(alternate);
    Some(Reads {
        depth: Some(depth),
        alternate: Some(alternate),
        fraction: Fraction::of_counts(alternate, depth),
        odd: Vec::new(),
    })
}

fn of_info(line: &Line<'_>, index: usize) -> Reads {
    let counts: Vec<Option<u32>> = line
        .info("DP4")
        .into_iter()
        .flat_map(|text| text.split(','))
        .map(|part| part.parse().ok())
        .collect();
    let counted = counted(&counts).unwrap_or_default();
    let stated = line
        .info("AF")
        .and_then(|text| text.split(',').nth(index)?.parse().ok())
        .and_then(Fraction::new);
    Reads {
        depth: line
            .info("DP")
            .and_then(|text| text.parse().ok())
            .or(counted.depth),
        alternate: counted.alternate,
        fraction: stated.or(counted.fraction),
        odd: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(alleles: (&str, &str), format: &str, sample: &str) -> (Option<u32>, Option<u32>, f64) {
        let text = format!(
            "1\t9\t.\t{}\t{}\t.\tPASS\tAF=0.5\t{format}\t{sample}",
            alleles.0, alleles.1
        );
        let reads = reads(&Line::new(&text).unwrap(), Some(0), 0);
        let fraction = reads.fraction.map_or(-1.0, Fraction::get);
        (
            reads.depth,
            reads.alternate,
            (fraction * 1000.0).round() / 1000.0,
        )
    }

    #[test]
    fn each_caller_by_its_fields() {
        let snv = ("T", "G");
        let cases = [
            ("GT:AD:AF:DP:F1R2", "0/1:20,22:0.500:44:1,2", (44, 22, 0.5)),
            ("GT:AD:BQ:DP:FA", "0/1:11,3:29:14:0.214", (14, 3, 0.214)),
            (
                "DP:FDP:AU:CU:GU:TU",
                "44:0:0,0:0,0:11,12:33,33",
                (44, 11, 0.25),
            ),
            (
                "DP:DP2:TAR:TIR:TOR",
                "54:54:23,23:27,27:5,5",
                (54, 27, 0.54),
            ),
            (
                "GT:DP:VD:ALD:RD:AD:AF",
                "1/1:44:11:5,6:3,30:33,11:0.25",
                (44, 11, 0.25),
            ),
            (
                "GT:GQ:DP:RD:AD:FREQ:DP4",
                "0/1:.:91:56:35:38.46%:3,5,1,1",
                (91, 35, 0.385),
            ),
            (
                "GT:DP:DP4:BCOUNT",
                "0/1:44:11,11,11,11:0,0,22,22",
                (44, 22, 0.5),
            ),
            ("GT:DP:RO:QR:AO:QA", "0/1:40:30:9:10:9", (40, 10, 0.25)),
            // Merged files: a field that is declared and empty hides no other.
            (
                "GT:AD:DP:AU:CU:GU:TU:TAR:TIR",
                "./.:.:40:0,0:0,0:10,10:30,30:.:.",
                (40, 10, 0.25),
            ),
            ("GT:AD:DP:TAR:TIR", "./.:.:40:30,30:10,10", (40, 10, 0.25)),
            (
                "GT:AD:DP:AU:CU:GU:TU",
                "0/1:30,.:40:0,0:0,0:10,10:30,30",
                (40, 10, 0.25),
            ),
            (
                "GT:VD:DP:AU:CU:GU:TU",
                "0/1:4:40:0,0:0,0:10,10:30,30",
                (40, 4, 0.1),
            ),
            (
                "GT:DP:DP4:AU:CU:GU:TU",
                "0/1:40:15,15,5,5:0,0:0,0:9,9:30,30",
                (40, 10, 0.25),
            ),
            (
                "GT:DP:FREQ:AU:CU:GU:TU",
                "0/1:40:25.5%:0,0:0,0:10,10:30,30",
                (40, 10, 0.255),
            ),
            ("GT:AD:AF:AFDP", "0/1:190,180:0.486:372", (372, 180, 0.486)),
            ("GT:DP:AO", "0/1:169:86", (169, 86, 0.509)),
            ("GT:DP:AD:AF", "0/1:106:95,11:0.9,0.1", (106, 11, 0.1)),
            ("GT:AO:DP:FAO:FDP", "0/1:9:90:10:100", (100, 10, 0.1)),
            ("PR:SR", "90,5:30,10", (40, 10, 0.25)),
            ("PR:SR", "30,10:40,0", (40, 10, 0.25)),
            ("GT:DR:DV:RR:RV", "0/1:0:0:30:10", (40, 10, 0.25)),
            ("GT:GQ:DR:DV", "0/1:60:30:10", (40, 10, 0.25)),
            (
                "GT:AD:DP:GQ:PL:SR:CR",
                "0/1:10:40:0:0,0,0:8:10",
                (40, 10, 0.25),
            ),
        ];
        for (format, sample, (depth, alternate, fraction)) in cases {
            let found = read(snv, format, sample);
            assert_eq!(found, (Some(depth), Some(alternate), fraction), "{format}");
        }
        assert_eq!(
            read(snv, "DP:AF:OBS:SB", "30:0.2:x:."),
            (Some(30), None, 0.2)
        );
        assert_eq!(read(snv, "GT:DP:VAF", "0/1:30:0.4"), (Some(30), None, 0.4));
        assert_eq!(read(snv, "GT", "0/1"), (None, None, -1.0));
    }

    #[test]
    fn an_odd_field_warns_and_costs_only_itself() {
        let line = Line::new("1\t9\t.\tT\tG\t.\tPASS\t.\tGT:AD:DP\t0/1:x,3:30").unwrap();
        let found = reads(&line, Some(0), 0);
        assert_eq!(found.depth, Some(30));
        assert_eq!(found.fraction, None);
        assert_eq!(found.odd.len(), 1, "{:?}", found.odd);
    }

    #[test]
    fn a_file_without_samples_tells_in_info() {
        let line = Line::new("1\t9\t.\tT\tG\t.\tPASS\tDP=44;AF=0.5;DP4=11,11,11,11").unwrap();
        let found = reads(&line, None, 0);
        assert_eq!((found.depth, found.alternate), (Some(44), Some(22)));
        let line = Line::new("1\t9\t.\tT\tG\t.\tPASS\tTVAF=0.25;TDP=144\tGT\t0/1").unwrap();
        let found = reads(&line, Some(0), 0);
        assert_eq!(
            (found.depth, found.fraction.map(Fraction::get)),
            (Some(144), Some(0.25))
        );
    }
}
