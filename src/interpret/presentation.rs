//! What is known of age and site in the submitted entity (requirement R40, review reason
//! DX-SITE-AGE).

use crate::domain::PresentationNote;
use crate::interpret::Subject;

/// Younger than this many years is a child, an adolescent or a young adult.
const YOUNG_BELOW_YEARS: f64 = 40.0;

/// Notes on the age and the site that were declared, where the knowledge base has one.
pub(crate) fn notes(subject: &Subject<'_>) -> Vec<PresentationNote> {
    age(subject).into_iter().chain(site(subject)).collect()
}

/// What is known of the declared age. `None`: no age or no histotype was declared, or it says little.
pub(crate) fn age(subject: &Subject<'_>) -> Option<PresentationNote> {
    let known = subject.histotype()?.age.as_ref()?;
    let years = subject.case.patient.age_years?;
    Some(PresentationNote {
        about: format!("age {years}{}", group(years)),
        note: known.note.clone(),
        unusual: known.is_unusual_at(years),
        evidence: known.evidence.clone(),
    })
}

/// What is known of the declared site. `None` likewise.
pub(crate) fn site(subject: &Subject<'_>) -> Option<PresentationNote> {
    let known = subject.histotype()?.site.as_ref()?;
    let site = subject.case.specimen.site.as_deref()?;
    Some(PresentationNote {
        about: format!("site {site}"),
        note: known.note.clone(),
        unusual: known.unusual.iter().any(|word| holds(site, word)),
        evidence: known.evidence.clone(),
    })
}

fn group(years: f64) -> &'static str {
    if years < YOUNG_BELOW_YEARS {
        " (child, adolescent or young adult)"
    } else {
        ""
    }
}

/// Whether the words of `phrase` stand in `site`, whole and in a row.
fn holds(site: &str, phrase: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase()
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (site, phrase) = (words(site), words(phrase));
    !phrase.is_empty() && site.windows(phrase.len()).any(|part| part == phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_a_site_is_a_whole_word() {
        assert!(holds("Soft tissue of the thigh", "soft tissue"));
        assert!(holds("skin, scalp", "skin"));
        assert!(!holds("backbone", "bone"));
    }
}
