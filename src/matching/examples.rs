//! Runs the knowledge base's executable examples: each must meet its assertion in full, and no
//! near miss may (lint KB016).

mod words;

use crate::domain::{Alteration, AssertionId, EntityContext, EntityId, Pattern};
use crate::kb::{Example, KnowledgeBase, Problem};
use crate::matching::{context_relation, meets};
use std::collections::BTreeMap;

/// Every example that does not hold, sorted by place.
pub fn failures(knowledge: &KnowledgeBase) -> Vec<Problem> {
    let asserted = Asserted::of(knowledge);
    let mut problems: Vec<Problem> = knowledge
        .examples
        .iter()
        .filter_map(|example| {
            let failure = asserted.failure(example, knowledge)?;
            Some(example.place.problem("KB016", failure))
        })
        .collect();
    problems.sort();
    problems
}

/// Patterns and contexts by assertion.
struct Asserted<'a>(BTreeMap<&'a AssertionId, (Option<&'a Pattern>, Option<&'a EntityContext>)>);

impl<'a> Asserted<'a> {
    fn of(knowledge: &'a KnowledgeBase) -> Self {
        let diagnostic = knowledge
            .diagnostic
            .iter()
            .map(|known| (&known.id, (Some(&known.pattern), None)));
        let therapeutic = knowledge
            .therapeutic
            .iter()
            .map(|known| (&known.id, (known.pattern.as_ref(), Some(&known.context))));
        Self(diagnostic.chain(therapeutic).collect())
    }

    /// What is wrong with an example. `None`: it holds.
    fn failure(&self, example: &Example, knowledge: &KnowledgeBase) -> Option<String> {
        let (pattern, context) = self.0.get(&example.assertion)?;
        let parsed = match ObservedExample::parse(&example.text) {
            Ok(parsed) => parsed,
            Err(message) => return Some(message),
        };
        let by_alteration = match (pattern, &parsed.alteration) {
            (Some(pattern), Some(alteration)) => meets(alteration, pattern, knowledge)
                .is_some_and(|met| met.degree.is_full() && !met.reciprocal_only),
            (None, None) => true,
            (Some(_), None) => {
                return Some(format!("`{}` names no alteration", example.text));
            }
            (None, Some(_)) => {
                return Some(format!(
                    "\"{}\" rests on the diagnosis alone: `diagnosis ENTITY` is an example",
                    example.assertion
                ));
            }
        };
        let by_diagnosis = match (context, &parsed.entity) {
            (None, None) => true,
            (Some(context), Some(id)) => {
                let Some(entity) = knowledge.entities.get(id) else {
                    return Some(format!("entity \"{id}\" does not exist"));
                };
                context_relation(Some(entity), context, knowledge).applies()
            }
            (Some(_), None) => {
                return Some(format!(
                    "`{}` names no diagnosis: add `in ENTITY`",
                    example.text
                ));
            }
            (None, Some(_)) => {
                return Some(format!(
                    "`{}` names a diagnosis, on which a diagnostic assertion does not rest",
                    example.text
                ));
            }
        };
        let met = by_alteration && by_diagnosis;
        (met != example.meets).then(|| {
            let (text, id) = (&example.text, &example.assertion);
            if example.meets {
                format!("example `{text}` does not meet \"{id}\"")
            } else {
                format!("near miss `{text}` meets \"{id}\"")
            }
        })
    }
}

/// An example in parts.
struct ObservedExample {
    alteration: Option<Alteration>,
    entity: Option<EntityId>,
}

impl ObservedExample {
    fn parse(text: &str) -> Result<Self, String> {
        if let Some(entity) = text.strip_prefix("diagnosis ") {
            return Ok(Self {
                alteration: None,
                entity: Some(EntityId(entity.trim().to_owned())),
            });
        }
        let (alteration, entity) = match text.rsplit_once(" in ") {
            Some((alteration, entity)) => (alteration, Some(EntityId(entity.trim().to_owned()))),
            None => (text, None),
        };
        Ok(Self {
            alteration: Some(words::alteration(alteration.trim())?),
            entity,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kb::Place;

    fn example(assertion: &str, text: &str, meets: bool) -> Example {
        Example {
            assertion: AssertionId(assertion.to_owned()),
            text: text.to_owned(),
            meets,
            place: Place {
                path: "x.toml".to_owned(),
                line: 1,
                column: 1,
            },
        }
    }

    #[test]
    fn an_example_that_does_not_hold_is_told() {
        let knowledge = KnowledgeBase::embedded().unwrap();
        let asserted = Asserted::of(&knowledge);
        let told =
            |assertion, text, meets| asserted.failure(&example(assertion, text, meets), &knowledge);
        let fli1 = "ewing-sarcoma.ewsr1-fli1";
        assert_eq!(told(fli1, "EWSR1::FLI1", true), None);
        assert_eq!(told(fli1, "EWSR1::ATF1", false), None);
        assert_eq!(told(fli1, "FLI1::EWSR1", false), None);
        assert!(
            told(fli1, "EWSR1::ATF1", true)
                .unwrap()
                .contains("does not meet")
        );
        assert!(
            told(fli1, "EWSR1::FLI1", false)
                .unwrap()
                .contains("near miss")
        );
        assert!(told(fli1, "EWSR1", true).unwrap().contains("GENE5::GENE3"));
        let exon_11 = "imatinib-kit-gist.exon-11";
        let gist = "KIT p.V559D exon 11 in gastrointestinal-stromal-tumour";
        assert_eq!(told(exon_11, gist, true), None);
        assert_eq!(
            told(exon_11, "KIT p.V559D exon 11 in melanoma", false),
            None
        );
        assert!(
            told(exon_11, "KIT p.V559D exon 11", true)
                .unwrap()
                .contains("in ENTITY")
        );
    }
}
