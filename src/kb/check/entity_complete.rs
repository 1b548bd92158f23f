//! KB020: Every histotype tells its lineage group, its expected genome, whether sequencing is called for, and who read it when.

use crate::domain::Layer;
use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;

/// See [`Lint::manual`].
pub struct EntityComplete;

impl Lint for EntityComplete {
    fn code(&self) -> &'static str {
        "KB020"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "Every histotype tells its lineage group, its expected genome, whether sequencing is called for, and who read it when.",
            why: "A submitted diagnosis is answered with them on page one (requirements R12 and R14).",
            example: r#"an entity without [ngs]"#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        for file in &checked.raw.entities {
            let entity = &file.value;
            if entity.extends || !entity.histotype || file.layer != Layer::Core {
                continue;
            }
            let missing: Vec<&str> = [
                ("category", entity.category.is_empty()),
                ("genome", entity.genome.is_none()),
                ("[ngs]", entity.ngs.is_none()),
                ("reviewed", entity.reviewed.is_none()),
            ]
            .into_iter()
            .filter_map(|(key, is_missing)| is_missing.then_some(key))
            .collect();
            if !missing.is_empty() {
                let message = format!("lacks {}", missing.join(", "));
                problems.push(file.problem("KB020", entity.id.span(), message));
            }
        }
    }
}
