//! What ends a run without a report (exit code 2): codes that stand in no report, for `explain`.

/// One code, as `sarcolens explain CODE` prints it.
#[derive(Debug)]
pub struct Stop {
    /// The code.
    pub code: &'static str,
    /// What it checks.
    pub checks: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// An example that raises it.
    pub example: &'static str,
    /// Where it comes from.
    pub source: &'static str,
}

/// Every stop.
pub static STOPS: &[Stop] = &[
    Stop {
        code: "DX-UNRESOLVED",
        checks: "The submitted diagnosis is not one entity of the knowledge base; the three nearest are named.",
        why: "A silent default or a broader entity in its place would decide what the findings mean.",
        example: "Submitted: \"Ewing's sarcomma\".",
        source: "Requirement R02.",
    },
    Stop {
        code: "QC-IDENTITY",
        checks: "The files name different samples, or every row of a table belongs to another one; `--sample` and `--tumor-sample` map the names.",
        why: "Findings of two patients must never stand in one report.",
        example: "A VCF of sample T1 with an Arriba table of sample T2.",
        source: "Review reasons page, QC-IDENTITY.",
    },
    Stop {
        code: "QC-BUILD",
        checks: "The files are on different genome assemblies, by header, contig lengths or the places of known genes.",
        why: "A place on the one assembly is another place on the other.",
        example: "A GRCh37 VCF with GRCh38 fusions.",
        source: "Review reasons page, QC-BUILD.",
    },
];

/// The stop of that code, in any case of letters. `None`: there is none.
pub fn stop_of(code: &str) -> Option<&'static Stop> {
    STOPS
        .iter()
        .find(|stop| stop.code.eq_ignore_ascii_case(code))
}
