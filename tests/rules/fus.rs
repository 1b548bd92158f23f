//! Cases of rules about evidence of fusions.

use super::pieces::*;

pub fn pairs() -> Vec<Pair> {
    let ewing = || fusions("Ewing sarcoma", &[row("EWSR1", "FLI1")]);
    let special = |reads: &str, confidence: &str, frame: &str, kind: &str, filters: &str| {
        let places = "chr1:1000000\tchr2:2000000";
        let row = arriba(
            "EWSR1", "FLI1", reads, confidence, frame, kind, filters, places,
        );
        fusions("Ewing sarcoma", &[row])
    };
    let near = |five: &str, three: &str| {
        let places = "chr12:1000000\tchr12:1005000";
        let kind = "deletion/read-through";
        let row = arriba(five, three, "30", "high", "in-frame", kind, ".", places);
        fusions("Solitary fibrous tumour", &[row])
    };
    let (star, two) = (
        star_fusion("EWSR1", "FLI1", "FRAMESHIFT"),
        format!("{HEADER}{}", row("EWSR1", "FLI1")),
    );
    let both = |first: &str, second: &str| {
        run(
            "Ewing sarcoma",
            "",
            None,
            &[("f.tsv", first), ("s.tsv", second)],
        )
    };
    // CICERO tells the exons: HEY1 exon 4, NCOA2 exon 13 is what is known.
    let hey1 = |exon: &str| {
        let text = format!(
            "sample\tgeneA\tchrA\tposA\tortA\tfeatureA\tgeneB\tchrB\tposB\tortB\tfeatureB\tsv_ort\t\
             readsA\treadsB\tmatchA\tmatchB\ttype\trating\tframe\tsv_refseqA\tsv_refseqA_exon\t\
             sv_refseqB\tsv_refseqB_exon\tcontig\tqposA\tqposB\ttotal_readsA\ttotal_readsB\tscore\tmedal\n\
             T1\tHEY1\tchr8\t79765000\t-\tcoding\tNCOA2\tchr8\t70124000\t-\tcoding\t>\t14\t10\t98\t\
             93\tDEL\tHQ\t1\tNM_012258\t4\tNM_006540\t{exon}\tACGT\t98\t97\t399\t227\t5802\t4\n"
        );
        run("Mesenchymal chondrosarcoma", "", None, &[("c.txt", &text)])
    };
    let dna = |with_join: bool, rna: Option<&str>| {
        let text = rearrangements(with_join, 1);
        let mut files = vec![("sv.vcf", text.as_str())];
        files.extend(rna.map(|rna| ("f.tsv", rna)));
        run("Ewing sarcoma", "", None, &files)
    };
    let artefact = "artefact";
    let exception = "exception";
    let listed =
        |kinds: &[&str]| {
            let rows: String = kinds
            .iter()
            .map(|kind| {
                let of_kind = if *kind == "artefact" { "kind = \"normal-tissue\"\n" } else { "" };
                format!(
                    "[[{kind}]]\nid = \"local.{kind}\"\npattern = \"fusion EWSR1::AAK1\"\n{of_kind}\
                     statement = \"Made for a test.\"\n{EVIDENCE}"
                )
            })
            .collect();
            let folder = overlay(&[(
                "artefacts/local.toml",
                format!("id = \"local\"\n{REVIEWED}{rows}"),
            )]);
            let path = folder.path().to_string_lossy().into_owned();
            let text = format!("{HEADER}{}", row("EWSR1", "AAK1"));
            let arguments = ["--overlay", path.as_str()];
            run_with("Ewing sarcoma", "", None, &[("f.tsv", &text)], &arguments)
        };
    let so_many = |count: usize| {
        let rows: Vec<String> = (0..count)
            .map(|index| row(&format!("GENE{index}"), "AAK1"))
            .collect();
        fusions("Osteosarcoma", &rows)
    };
    vec![
        (
            "FUS-NOVEL-PARTNER",
            fusions("Ewing sarcoma", &[row("EWSR1", "AAK1")]),
            Some(ewing()),
        ),
        (
            "FUS-PARTNER-UNKNOWN",
            fusions("Ewing sarcoma", &[row("EWSR1", "AAK1(10),ABL1(20)")]),
            Some(ewing()),
        ),
        (
            "FUS-OOF",
            special("30", "high", "out-of-frame", "translocation", "."),
            Some(ewing()),
        ),
        (
            "FUS-FRAME-CONFLICT",
            both(&two, &star),
            Some(both(&two, &star.replace("FRAMESHIFT", "INFRAME"))),
        ),
        (
            "FUS-FRAME-UNKNOWN",
            special("30", "high", ".", "translocation", "."),
            Some(ewing()),
        ),
        (
            "FUS-RECIPROCAL-ONLY",
            fusions("Ewing sarcoma", &[row("FLI1", "EWSR1")]),
            Some(ewing()),
        ),
        (
            "FUS-LOWSUPPORT",
            special("1", "low", "in-frame", "translocation", "."),
            Some(ewing()),
        ),
        (
            "FUS-DISCARDED",
            special("1", "low", "in-frame", "translocation", "min_support"),
            Some(ewing()),
        ),
        (
            "FUS-SINGLE-CALLER",
            both(&two, star.split_inclusive('\n').next().unwrap()),
            Some(ewing()),
        ),
        (
            "FUS-READTHROUGH",
            near("EWSR1", "AAK1"),
            Some(near("NAB2", "STAT6")),
        ),
        (
            "FUS-PARALOG",
            fusions("Synovial sarcoma", &[row("SS18", "SSX1")]),
            Some(ewing()),
        ),
        (
            "FUS-ENHANCER",
            fusions("Nodular fasciitis", &[row("MYH9", "USP6")]),
            Some(ewing()),
        ),
        (
            "FUS-ALIAS",
            fusions("Alveolar rhabdomyosarcoma", &[row("PAX3", "FKHR")]),
            Some(ewing()),
        ),
        (
            "FUS-ITD",
            fusions(
                "Clear cell sarcoma of kidney",
                &[arriba(
                    "BCOR",
                    "BCOR",
                    "30",
                    "high",
                    "in-frame",
                    "duplication/ITD",
                    ".",
                    "chrX:100\tchrX:190",
                )],
            ),
            Some(ewing()),
        ),
        ("FUS-DOMAIN-LOST", hey1("12"), Some(hey1("13"))),
        (
            "FUS-DNA-ONLY",
            dna(true, Some(HEADER)),
            Some(dna(true, None)),
        ),
        (
            "FUS-RNA-ONLY",
            dna(false, Some(&two)),
            Some(dna(true, Some(&two))),
        ),
        (
            "FUS-NORMAL",
            listed(&[artefact]),
            Some(listed(&[artefact, exception])),
        ),
        (
            "FUS-TSG",
            fusions("Osteosarcoma", &[row("TP53", "AAK1")]),
            Some(ewing()),
        ),
        ("FUS-MANY", so_many(51), Some(so_many(50))),
    ]
}
