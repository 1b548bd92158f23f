//! DX-12Q-CLUSTER: A fusion file was given, it holds three or more different fusions with both breakpoints in 12q13-15 (diagnosis.cluster_12q_fusions), and no copy number was measured.

use crate::domain::{Detects, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::Dx12qCluster,
    checks: "A fusion file was given, it holds three or more different fusions with both breakpoints in 12q13-15 (diagnosis.cluster_12q_fusions), and no copy number was measured.",
    why: "Amplified and rearranged 12q13-15 makes many chimeric transcripts; the amplification itself does not show in RNA.",
    example: "Four fusions within 12q13-15 in a submitted dedifferentiated liposarcoma, RNA panel alone.",
    source: "Requirement R22; review reasons page, DX-12Q-CLUSTER.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    /// Fusions named in the message.
    const NAMED: usize = 6;
    let subject = &view.subject;
    let found = &subject.counted.within_12q;
    let least = subject.config.diagnosis.cluster_12q_fusions;
    let are_many = u32::try_from(found.len()).is_ok_and(|count| count >= least);
    let provided = subject.provided;
    if !are_many || !provided.contains(&Detects::Fusion) || provided.contains(&Detects::CopyNumber)
    {
        return Vec::new();
    }
    let mut named: Vec<&str> = found.iter().take(NAMED).map(String::as_str).collect();
    if found.len() > NAMED {
        named.push("and others");
    }
    let message = format!(
        "Several fusions within 12q13-15 are seen ({}, in either order); in one series this \
         pattern accompanied MDM2-amplified tumours. MDM2 status was not measured; FISH can \
         settle it.",
        named.join(", ")
    );
    vec![Raised::case(RULE.code, message)]
}
