//! Which side of a row is 5', and what stands at each.

use crate::domain::{Frame, Partner, Strand};
use crate::read::table::{Row, shown};

/// Whether the arrow runs from side 2 to side 1. `None` where it names other genes.
pub(super) fn is_backward(row: &mut Row<'_>) -> Option<bool> {
    let side = |column: &str| row.text(column).unwrap_or_default().to_owned();
    let (one, two, arrow) = (side("KnownGene1"), side("KnownGene2"), side("FusionGene"));
    if arrow == format!("{one}->{two}") {
        Some(false)
    } else if arrow == format!("{two}->{one}") {
        Some(true)
    } else {
        row.warn(format!(
            "FusionGene says \"{}\", the gene columns {} and {}; the columns are read and no order is \
             claimed",
            shown(&arrow),
            shown(&one),
            shown(&two)
        ));
        None
    }
}

/// Strands of the 5' and the 3' side. Read backward, a junction runs on the other strand.
pub(super) fn strands(row: &Row<'_>, backward: bool) -> (Option<Strand>, Option<Strand>) {
    let read: Vec<Option<Strand>> = row
        .text("Strand")
        .unwrap_or_default()
        .chars()
        .map(|strand| Strand::new(strand.encode_utf8(&mut [0; 4])))
        .collect();
    let other = |strand: Option<Strand>| {
        strand.map(|strand| match strand {
            Strand::Plus => Strand::Minus,
            Strand::Minus => Strand::Plus,
        })
    };
    match read.as_slice() {
        [one, two] if backward => (other(*two), other(*one)),
        [one, two] => (*one, *two),
        _ => (None, None),
    }
}

/// Whether the strand is that of the transcripts there, as far as both are known.
pub(super) fn is_sense(row: &Row<'_>, side: &str, strand: Option<Strand>) -> bool {
    let transcripts = row.text(&format!("KnownTranscriptStrand{side}"));
    let (Some(strand), Some(transcripts)) = (strand, transcripts) else {
        return true;
    };
    let sign = match strand {
        Strand::Plus => '+',
        Strand::Minus => '-',
    };
    transcripts.contains(sign)
}

/// The place of one side, with its transcript and exon where there is one.
///
/// # Errors
/// In words where the position cannot be read.
pub(super) fn partner(
    row: &Row<'_>,
    side: &str,
    strand: Option<Strand>,
) -> Result<Partner, String> {
    let locus = row.locus(&format!("Chromosome{side}"), &format!("Position{side}"))?;
    Ok(Partner {
        transcript: only(row.text(&format!("KnownTranscript{side}"))).map(str::to_owned),
        exon: only(row.text(&format!("KnownExonNumber{side}"))).and_then(|exon| exon.parse().ok()),
        ..Partner::at(None, locus, strand)
    })
}

/// The word of a list that has no other.
fn only(list: Option<&str>) -> Option<&str> {
    let list = list?;
    let first = list.split(',').next()?;
    list.split(',').all(|word| word == first).then_some(first)
}

/// The class counts only where both sides have a phase.
pub(super) fn frame(row: &mut Row<'_>) -> Frame {
    let phases = row
        .text("FrameShift")
        .and_then(|text| text.split_once("->"));
    if !phases.is_some_and(|(five, three)| !five.is_empty() && !three.is_empty()) {
        return Frame::Unknown;
    }
    match row.text("FrameShiftClass").map(str::to_owned).as_deref() {
        Some("InFrame") => Frame::InFrame,
        Some("FrameShift") => Frame::OutOfFrame,
        None => Frame::Unknown,
        Some(other) => {
            row.not_understood("FrameShiftClass", other);
            Frame::Unknown
        }
    }
}
