//! The rows of each kind of file as the lints see them.

use crate::domain::{EntityId, Evidence, Layer};
use crate::kb::at::At;
use crate::kb::file::{ArtefactFile, EntityFile, ExclusiveFile, GermlineFile, TargetFile};
use crate::kb::raw::{AssertionView, Examples, SourceView};
use std::ops::Range;

fn view<'a>(id: &'a At<String>, evidence: &'a [Evidence]) -> AssertionView<'a> {
    AssertionView {
        id,
        patterns: Vec::new(),
        evidence,
        sentences: Vec::new(),
        entities: Vec::new(),
        frequency: None,
        provisional: false,
        requires: &[],
        layer: Layer::Core,
        examples: None,
    }
}

fn named(entities: &[At<EntityId>]) -> impl Iterator<Item = (Range<usize>, &EntityId)> {
    entities
        .iter()
        .map(|entity| (entity.span(), entity.get_ref()))
}

pub(super) fn of_entity(file: &EntityFile) -> Vec<AssertionView<'_>> {
    let diagnostic = file.diagnostic.iter().map(|row| AssertionView {
        patterns: vec![&row.pattern],
        sentences: row.note.as_deref().into_iter().collect(),
        frequency: row.frequency,
        provisional: row.provisional,
        requires: &row.requires,
        examples: Some(Examples {
            meet: &row.examples,
            miss: &row.near_misses,
        }),
        ..view(&row.id, &row.evidence)
    });
    let expected = file.expected.iter().map(|row| AssertionView {
        patterns: row.patterns.iter().collect(),
        sentences: vec![&row.name],
        entities: named(&row.differential).collect(),
        frequency: Some(row.frequency),
        provisional: row.provisional,
        ..view(&row.id, &row.evidence)
    });
    let prognostic = file.prognostic.iter().map(|row| AssertionView {
        patterns: vec![&row.pattern],
        sentences: vec![&row.statement],
        provisional: row.provisional,
        ..view(&row.id, &row.evidence)
    });
    let orthogonal = file.orthogonal.iter().map(|row| AssertionView {
        sentences: vec![&row.test, &row.positive, &row.negative],
        provisional: row.provisional,
        ..view(&row.id, &row.evidence)
    });
    diagnostic
        .chain(expected)
        .chain(prognostic)
        .chain(orthogonal)
        .collect()
}

pub(super) fn of_target(file: &TargetFile) -> Vec<AssertionView<'_>> {
    file.therapeutic
        .iter()
        .map(|row| {
            let span = row.entities.span();
            let context = row.entities.get_ref().iter();
            let voided = row.voided_by.iter();
            AssertionView {
                patterns: row
                    .pattern
                    .iter()
                    .chain(voided.clone().map(|voided| &voided.pattern))
                    .collect(),
                sentences: std::iter::once(&row.statement)
                    .chain(voided.map(|voided| &voided.statement))
                    .map(String::as_str)
                    .collect(),
                entities: context
                    .map(|entity| (span.clone(), entity))
                    .chain(named(&row.except))
                    .collect(),
                provisional: row.provisional,
                examples: Some(Examples {
                    meet: &row.examples,
                    miss: &row.near_misses,
                }),
                ..view(&row.id, &row.evidence)
            }
        })
        .collect()
}

pub(super) fn of_germline(file: &GermlineFile) -> Vec<AssertionView<'_>> {
    file.prompt
        .iter()
        .map(|row| AssertionView {
            patterns: vec![&row.pattern],
            sentences: vec![&row.statement],
            entities: named(&row.entities).collect(),
            provisional: row.provisional,
            ..view(&row.id, &row.evidence)
        })
        .collect()
}

pub(super) fn of_artefacts(file: &ArtefactFile) -> Vec<AssertionView<'_>> {
    let artefacts = file.artefact.iter().map(|row| AssertionView {
        patterns: vec![&row.pattern],
        sentences: vec![&row.statement],
        ..view(&row.id, &row.evidence)
    });
    let exceptions = file.exception.iter().map(|row| AssertionView {
        patterns: vec![&row.pattern],
        sentences: vec![&row.statement],
        ..view(&row.id, &row.evidence)
    });
    artefacts.chain(exceptions).collect()
}

pub(super) fn of_exclusive(file: &ExclusiveFile) -> Vec<AssertionView<'_>> {
    file.exclusive
        .iter()
        .map(|row| AssertionView {
            patterns: vec![&row.one, &row.other],
            sentences: vec![&row.statement],
            ..view(&row.id, &row.evidence)
        })
        .collect()
}

/// What an entity's file says beside its assertions.
pub(super) fn texts_of_entity(file: &EntityFile) -> Vec<SourceView<'_>> {
    let subject = file.id.get_ref().as_str();
    let ngs = file.ngs.iter().map(|ngs| SourceView {
        subject,
        evidence: &ngs.evidence,
        sentences: std::iter::once(ngs.text.as_str())
            .chain(ngs.simpler_test.as_deref())
            .collect(),
        layer: Layer::Core,
    });
    let age = file.age.iter().map(|age| SourceView {
        subject,
        evidence: &age.evidence,
        sentences: vec![&age.note],
        layer: Layer::Core,
    });
    let site = file.site.iter().map(|site| SourceView {
        subject,
        evidence: &site.evidence,
        sentences: vec![&site.note],
        layer: Layer::Core,
    });
    ngs.chain(age).chain(site).collect()
}
