//! How probable each event is by Varlociraptor, which lists every candidate and filters none:
//! `PROB_<EVENT>` in INFO, on the Phred scale, one number an allele.
//!
//! `ABSENT` and `ARTIFACT` are events of the tool; the others are named by the scenario of the
//! laboratory. `SOMATIC…` without `NORMAL` counts as the tumour's, `GERMLINE…` and `SOMATIC…NORMAL`
//! as not; of other names nobody here knows what they mean. Events of one kind add up. A record
//! stands where the tumour's events, or such of unknown meaning, are the most probable kind.

use super::line::Line;

/// What an event says of the variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Tumour,
    Unknown,
    Normal,
    None,
}

impl Kind {
    fn of(event: &str) -> Self {
        let event = event.to_ascii_uppercase();
        if event == "ABSENT" || event.contains("ARTIFACT") {
            Self::None
        } else if event.contains("GERMLINE") || event.contains("NORMAL") {
            Self::Normal
        } else if event.contains("SOMATIC") {
            Self::Tumour
        } else {
            Self::Unknown
        }
    }
}

/// What the probabilities say of one allele.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Judged {
    /// Why the record is set aside. `None`: it is not.
    pub(super) set_aside: Option<String>,
    /// The most probable kind of event with its probability, in words.
    pub(super) told: String,
}

/// Of the allele at `index`. `None` where the record has no probabilities that can be read.
pub(super) fn judge(line: &Line<'_>, index: usize) -> Option<Judged> {
    let mut events: Vec<(Kind, &str, f64)> = line
        .info_fields()
        .filter_map(|(key, value)| {
            let event = key.strip_prefix("PROB_")?;
            let phred: f64 = value.split(',').nth(index)?.parse().ok()?;
            let probability = 10_f64.powf(-phred / 10.0);
            (0.0..=1.0)
                .contains(&probability)
                .then_some((Kind::of(event), event, probability))
        })
        .collect();
    events.sort_by(|one, other| other.2.total_cmp(&one.2).then(one.1.cmp(other.1)));
    let sum = |kind: Kind| -> f64 {
        let of_kind = events.iter().filter(|(known, ..)| *known == kind);
        of_kind.map(|(.., probability)| probability).sum()
    };
    let kinds = [Kind::None, Kind::Normal, Kind::Unknown, Kind::Tumour];
    let kind = kinds
        .into_iter()
        .max_by(|one, other| sum(*one).total_cmp(&sum(*other)))?;
    let (_, event, _) = events.iter().find(|(known, ..)| *known == kind)?;
    let probability = sum(kind);
    Some(match kind {
        Kind::Tumour => Judged {
            set_aside: None,
            told: format!("PROB_{event}: somatic with a probability of {probability:.3}"),
        },
        Kind::Unknown => Judged {
            set_aside: None,
            told: format!(
                "PROB_{event}: the most probable event ({probability:.3}); what it means stands in \
                 the scenario of the caller"
            ),
        },
        Kind::Normal | Kind::None => {
            let told = format!("{event} is the most probable event ({probability:.3})");
            Judged {
                set_aside: Some(told.clone()),
                told,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(info: &str, index: usize) -> Option<(bool, String)> {
        let text = format!("4\t9\t.\tT\tA,C\t.\t.\t{info}");
        judge(&Line::new(&text).unwrap(), index).map(|told| (told.set_aside.is_none(), told.told))
    }

    #[test]
    fn the_most_probable_kind_of_event_counts() {
        let info = "PROB_SOMATIC_TUMOR_LOW=3.01,40;PROB_SOMATIC_TUMOR_HIGH=4.0,40;\
                    PROB_GERMLINE_HET=13,0.1;PROB_ABSENT=12,30;PROB_ARTIFACT=20,inf";
        let (stands, told) = judged(info, 0).unwrap();
        assert!(stands);
        assert_eq!(
            told,
            "PROB_SOMATIC_TUMOR_LOW: somatic with a probability of 0.898"
        );
        let (stands, told) = judged(info, 1).unwrap();
        assert!(!stands);
        assert_eq!(told, "GERMLINE_HET is the most probable event (0.977)");
        let (stands, told) = judged("PROB_PRESENT=0.2,0.2;PROB_ABSENT=14,14", 0).unwrap();
        assert!(stands && told.contains("scenario"), "{told}");
        assert_eq!(judged("DP=4", 0), None);
        assert_eq!(judged("PROB_ABSENT=x,.", 0), None);
    }
}
