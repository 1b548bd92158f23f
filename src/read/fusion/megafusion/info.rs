//! INFO of a fusion's record, and the places it gives.

use crate::domain::{Chromosome, Frame, Locus, Partner, Strand};
use crate::read::fusion::partners::{frame, placed};
use crate::read::table::{Row, shown};

/// An INFO column.
pub(super) struct Info(pub(super) String);

impl Info {
    /// A field. `None` where it is absent, empty or what pandas writes for nothing.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.0.split(';').find_map(|field| {
            let (name, value) = field.split_once('=')?;
            let value = value.trim();
            (name == key && !matches!(value, "" | "." | "nan" | "[]")).then_some(value)
        })
    }

    /// A whole number above 0, also written as `14.0`.
    fn number<T: std::str::FromStr + PartialEq + Default>(&self, key: &str) -> Option<T> {
        let text = self.get(key)?;
        let number: T = text.strip_suffix(".0").unwrap_or(text).parse().ok()?;
        (number != T::default()).then_some(number)
    }
}

/// Partners of one side (`A`, `B`) with all that INFO says of it.
pub(super) fn side(
    named: &[Partner],
    locus: Option<Locus>,
    strand: Option<Strand>,
    info: &Info,
    letter: &str,
) -> Vec<Partner> {
    let version: Option<u32> = info.number(&format!("TRANSCRIPT_VERSION_{letter}"));
    let transcript = info
        .get(&format!("TRANSCRIPT_ID_{letter}"))
        .map(|id| match version {
            Some(version) if !id.contains('.') => format!("{id}.{version}"),
            Some(_) | None => id.to_owned(),
        });
    named
        .iter()
        .map(|partner| Partner {
            transcript: transcript.clone(),
            exon: info.number(&format!("EXON_NUMBER_{letter}")),
            ..placed(partner.clone(), locus.clone(), strand)
        })
        .collect()
}

/// Both breakpoints: INFO's where it has them, else the record's own place and that in `ALT`.
pub(super) fn places(
    row: &mut Row<'_>,
    info: &Info,
) -> Result<(Option<Locus>, Option<Locus>), String> {
    let of = |chrom: &str, pos: &str| {
        Some(Locus {
            chrom: Chromosome::new(info.get(chrom)?),
            pos: info.number(pos)?,
        })
    };
    if info.get("POSA").is_some() || info.get("POSB").is_some() {
        return Ok((of("CHRA", "POSA"), of("CHRB", "POSB")));
    }
    if row.text("POS") == Some("0") {
        return Ok((None, None));
    }
    let first = row.locus("CHROM", "POS")?;
    let alternate = row.text("ALT").unwrap_or_default().to_owned();
    let second = alternate
        .split(['[', ']'])
        .nth(1)
        .and_then(|inside| inside.rsplit_once(':'))
        .and_then(|(chrom, pos)| {
            Some(Locus {
                chrom: Chromosome::new(chrom),
                pos: pos.parse().ok()?,
            })
        });
    if second.is_none() {
        // Early versions of rnafusion wrote other things there; the pair is known all the same.
        row.warn(format!(
            "ALT: found \"{}\", expected a place in brackets; the second breakpoint is unknown",
            shown(&alternate)
        ));
    }
    Ok((Some(first), second.filter(|locus| locus.pos > 0)))
}

/// The frame, by FusionInspector's words.
pub(super) fn frame_of(row: &mut Row<'_>, info: &Info) -> Frame {
    let Some(word) = info.get("FRAME_STATUS") else {
        return Frame::Unknown;
    };
    frame(word).unwrap_or_else(|| {
        row.not_understood("FRAME_STATUS", word);
        Frame::Unknown
    })
}
