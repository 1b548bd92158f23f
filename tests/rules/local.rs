//! Cases of rules that need lines which the knowledge base does not hold: a laboratory's overlay.

use super::pieces::*;
use crate::common::Run;

/// The submitted local tumour with its fusion: its own lines, or those of `targets` beside them.
fn local(diagnosis: &str, fusion: (&str, &str), targets: &[(&str, String)]) -> Run {
    let entity = format!(
        "id = \"local-tumour\"\nname = \"Local tumour\"\nsynonyms = []\n\
         category = \"uncertain\"\nbehaviour = \"benign\"\ngenome = \"simple\"\n{REVIEWED}\
         [ngs]\nclass = \"not-needed\"\ntext = \"Morphology is enough.\"\nevidence = []\n\
         [[diagnostic]]\nid = \"local-tumour.hmga2-aak1\"\npattern = \"fusion HMGA2::AAK1\"\n\
         strength = \"recurrent\"\n{EVIDENCE}"
    );
    let mut files = vec![("entities/local-tumour.toml", entity)];
    let targets: Vec<(String, String)> = targets
        .iter()
        .map(|(file, rows)| {
            let text = format!("id = \"{file}\"\nquestion = \"?\"\n{REVIEWED}{rows}");
            (format!("targets/{file}.toml"), text)
        })
        .collect();
    files.extend(
        targets
            .iter()
            .map(|(path, text)| (path.as_str(), text.clone())),
    );
    let folder = overlay(&files);
    let path = folder.path().to_string_lossy().into_owned();
    let text = format!("{HEADER}{}", row(fusion.0, fusion.1));
    let arguments = ["--overlay", path.as_str()];
    run_with(diagnosis, "", None, &[("f.tsv", &text)], &arguments)
}

fn target(id: &str, entity: &str, direction: &str) -> String {
    format!(
        "[[therapeutic]]\nid = \"{id}\"\npattern = \"fusion HMGA2::AAK1\"\n\
         entities = [\"{entity}\"]\ndirection = \"{direction}\"\nagents = [\"examplinib\"]\n\
         level = \"AMP/ASCO/CAP D\"\nstatement = \"Shown once.\"\n{EVIDENCE}"
    )
}

pub fn pairs() -> Vec<Pair> {
    let known = ("HMGA2", "AAK1");
    let ewing = || local("Ewing sarcoma", ("EWSR1", "FLI1"), &[]);
    let here = |targets: &[(&str, String)]| local("Local tumour", known, targets);
    let for_it = || target("one.for", "local-tumour", "sensitivity");
    let in_melanoma = target("one.melanoma", "melanoma", "sensitivity");
    let second_line = target("one.second-line", "local-tumour", "no-benefit");
    let against = target("other.against", "local-tumour", "no-benefit");
    vec![
        ("KB-LOCAL", here(&[]), Some(ewing())),
        ("IND-NOT-NEEDED", here(&[]), Some(ewing())),
        ("KB-SINGLE-REPORT", here(&[]), Some(ewing())),
        (
            "TX-OTHER-TUMOUR",
            here(&[("one", in_melanoma)]),
            Some(here(&[("one", for_it())])),
        ),
        // The lines of one file are told apart by its curator.
        (
            "TX-CONFLICT",
            here(&[("one", for_it()), ("other", against)]),
            Some(here(&[("one", format!("{}{second_line}", for_it()))])),
        ),
    ]
}
