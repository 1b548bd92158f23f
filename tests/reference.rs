//! A user's own reference: FASTA, GFF3 and GTF, the cache of both, and what is refused.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;

use common::sarcolens;
use noodles::bgzf;
use proptest::prelude::*;
use sarcolens::domain::{Assembly, Chromosome, GeneSymbol, ReferenceRole, Strand};
use sarcolens::genome::{Genome, Reference, Transcript, TranscriptStatus, residue};
use sarcolens::read::ReadError;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const FOLDER: &str = "test-data/reference";
const ANNOTATIONS: [&str; 4] = ["ensembl.gff3", "ensembl.gtf", "gencode.gtf", "refseq.gff3"];

fn data(name: &str) -> String {
    format!("{FOLDER}/{name}")
}

fn read(
    fasta: Option<&str>,
    gff: Option<&str>,
    assembly: Option<Assembly>,
) -> Result<Genome, ReadError> {
    Reference {
        fasta,
        gff,
        assembly,
        current: &|symbol| symbol.clone(),
    }
    .genome()
}

fn tiny(annotation: &str) -> Genome {
    let (fasta, gff) = (data("tiny.fa"), data(annotation));
    read(Some(&fasta), Some(&gff), Some(Assembly::GRCh38)).unwrap()
}

fn of<'a>(genome: &'a Genome, gene: &str) -> Vec<&'a Transcript> {
    let gene = GeneSymbol::new(gene).unwrap();
    genome.of_gene(Assembly::GRCh38, &gene).collect()
}

/// Those of the invented genes, the preferred one of each first.
fn own(genome: &Genome) -> Vec<Transcript> {
    ["ZZPLUS", "ZZMINUS", "ZZLNC", "ZZSEC", "ZZCTG"]
        .into_iter()
        .flat_map(|gene| of(genome, gene))
        .cloned()
        .collect()
}

fn protein(genome: &Genome, transcript: &Transcript) -> String {
    genome
        .coding(transcript)
        .unwrap()
        .chunks(3)
        .map(|codon| residue(codon.try_into().unwrap()).unwrap())
        .collect()
}

/// Every base of exons and the fifty beside them.
fn bases(genome: &Genome, transcript: &Transcript) -> Vec<Option<u8>> {
    transcript
        .exons
        .iter()
        .flat_map(|exon| exon.start - 50..=exon.end + 50)
        .map(|pos| genome.base(transcript, pos))
        .collect()
}

#[test]
fn four_dialects_tell_the_same_transcripts() {
    let first = own(&tiny("ensembl.gff3"));
    assert_eq!(first.len(), 6);
    for annotation in ANNOTATIONS {
        let genome = tiny(annotation);
        let found = own(&genome);
        let shape = |transcripts: &[Transcript]| -> Vec<_> {
            transcripts
                .iter()
                .map(|one| {
                    (
                        one.chrom.clone(),
                        one.strand,
                        one.exons.clone(),
                        one.coding,
                        one.selenocysteines.clone(),
                    )
                })
                .collect()
        };
        assert_eq!(shape(&found), shape(&first), "{annotation}");
        assert!(of(&genome, "ZZCUT").is_empty(), "{annotation}: cut short");
        assert!(
            of(&genome, "ZZALT").is_empty(),
            "{annotation}: no chromosome"
        );
        for transcript in found.iter().filter(|one| one.coding.is_some()) {
            let protein = protein(&genome, transcript);
            let inside = protein.strip_suffix('*').unwrap();
            let stops: Vec<u32> = inside
                .chars()
                .zip(1..)
                .filter(|(residue, _)| *residue == '*')
                .map(|(_, number)| number)
                .collect();
            assert_eq!(stops, transcript.selenocysteines, "{annotation}: {protein}");
        }
    }
    let seleno = first
        .iter()
        .find(|one| one.gene.as_str() == "ZZSEC")
        .unwrap();
    assert_eq!(seleno.selenocysteines, [12]);
    assert_eq!(seleno.strand, Strand::Minus);
    let genome = tiny("ensembl.gtf");
    let other_start = of(&genome, "ZZCTG")[0];
    assert_eq!(genome.codon(other_start, 1), Some(*b"CTG"));
    assert_eq!(
        other_start.coding,
        Some((639, 801)),
        "the stop codon is split"
    );
}

#[test]
fn identifiers_status_and_order() {
    for (annotation, ensembl, refseq, second) in [
        (
            "ensembl.gff3",
            "ENST09000000001.3",
            None,
            TranscriptStatus::Principal,
        ),
        (
            "ensembl.gtf",
            "ENST09000000001.3",
            None,
            TranscriptStatus::Principal,
        ),
        (
            "gencode.gtf",
            "ENST09000000001.3",
            None,
            TranscriptStatus::Principal,
        ),
        (
            "refseq.gff3",
            "ENST09000000001.3",
            Some("NM_990001.2"),
            TranscriptStatus::Other,
        ),
    ] {
        let genome = tiny(annotation);
        let plus = of(&genome, "ZZPLUS");
        let [select, other] = plus.as_slice() else {
            panic!("{annotation}: {plus:?}")
        };
        assert_eq!(select.status, TranscriptStatus::ManeSelect, "{annotation}");
        assert_eq!(select.ensembl, ensembl, "{annotation}");
        assert_eq!(select.refseq.as_deref(), refseq, "{annotation}");
        assert_eq!(other.status, second, "{annotation}");
        let canonical = of(&genome, "ZZSEC");
        assert_eq!(
            canonical[0].status,
            TranscriptStatus::Canonical,
            "{annotation}"
        );
    }
}

#[test]
fn places_are_found_and_embedded_genes_stay() {
    let genome = tiny("ensembl.gff3");
    let at = |start, end| -> Vec<&str> {
        let mut names: Vec<&str> = genome
            .at(Assembly::GRCh38, &Chromosome::new("1"), start, end)
            .map(|transcript| transcript.gene.as_str())
            .collect();
        names.dedup();
        names
    };
    assert_eq!(at(900, 900), ["ZZPLUS", "ZZMINUS", "ZZLNC"]);
    assert_eq!(at(6_700, 6_700), ["ZZLNC"]);
    assert!(at(6_851, 6_851).is_empty());
    let embedded = of(Genome::embedded(), "KIT");
    assert_eq!(of(&genome, "KIT"), embedded);
    // The tiny FASTA holds no chromosome 4: the program's own bases answer.
    assert_eq!(
        genome.coding(embedded[0]),
        Genome::embedded().coding(embedded[0])
    );
    let kit = GeneSymbol::new("KIT").unwrap();
    assert!(genome.of_gene(Assembly::GRCh37, &kit).next().is_some());
    let used = genome.reference();
    assert_eq!(used.assembly, Some(Assembly::GRCh38));
    let roles: Vec<ReferenceRole> = used.files.iter().map(|file| file.role).collect();
    assert_eq!(roles, [ReferenceRole::Fasta, ReferenceRole::Annotation]);
}

/// Copies the tiny reference into a folder of its own.
fn copied() -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(FOLDER).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    let fasta = folder.path().join("tiny.fa").to_string_lossy().into_owned();
    (folder, fasta)
}

/// `text` in blocks of so many bytes, with the index of the blocks.
fn bgzip(text: &[u8], block: usize) -> (Vec<u8>, Vec<u8>) {
    const END_BYTES: usize = 28;
    let (mut packed, mut offsets): (Vec<u8>, Vec<(u64, u64)>) = (Vec::new(), Vec::new());
    let mut end = Vec::new();
    for (number, piece) in text.chunks(block).enumerate() {
        if number > 0 {
            offsets.push((packed.len() as u64, (number * block) as u64));
        }
        let mut writer = bgzf::io::Writer::new(Vec::new());
        writer.write_all(piece).unwrap();
        let mut bytes = writer.finish().unwrap();
        end = bytes.split_off(bytes.len() - END_BYTES);
        packed.extend(bytes);
    }
    packed.extend(end);
    let mut index = (offsets.len() as u64).to_le_bytes().to_vec();
    for (packed, unpacked) in offsets {
        index.extend(packed.to_le_bytes());
        index.extend(unpacked.to_le_bytes());
    }
    (packed, index)
}

#[test]
fn bgzip_and_other_names_give_the_same_bases() {
    let plain = tiny("ensembl.gff3");
    let (_folder, fasta) = copied();
    let text = fs::read(&fasta).unwrap();
    let (packed, blocks) = bgzip(&text, 300);
    let path = format!("{fasta}.gz");
    fs::write(&path, packed).unwrap();
    fs::write(format!("{path}.gzi"), blocks).unwrap();
    fs::copy(format!("{fasta}.fai"), format!("{path}.fai")).unwrap();
    // Names of RefSeq, lower-case letters, lines that end with CR LF.
    let renamed = String::from_utf8(text)
        .unwrap()
        .lines()
        .map(|line| match line.strip_prefix(">chr") {
            Some("1 an invented sequence") => ">NC_000001.11\r\n".to_owned(),
            Some(_) => ">NC_000002.12\r\n".to_owned(),
            None => format!("{}\r\n", line.to_lowercase()),
        })
        .collect::<String>();
    let other = format!("{fasta}.refseq.fa");
    fs::write(&other, renamed).unwrap();
    let second = 15 + 2400 + 2 * 40 + 15;
    let index = format!("NC_000001.11\t2400\t15\t60\t62\nNC_000002.12\t1500\t{second}\t60\t62\n");
    fs::write(format!("{other}.fai"), index).unwrap();
    for path in [path, other] {
        let gff = data("gencode.gtf");
        let genome = read(Some(&path), Some(&gff), Some(Assembly::GRCh38)).unwrap();
        for (one, other) in own(&plain).iter().zip(own(&genome)) {
            assert_eq!(one.exons, other.exons, "{path}");
            assert_eq!(bases(&plain, one), bases(&genome, &other), "{path}");
        }
        assert!(genome.damage().is_none());
    }
}

/// What is said of a reference that is refused.
fn refused(fasta: Option<&str>, gff: Option<&str>, assembly: Option<Assembly>) -> String {
    match read(fasta, gff, assembly) {
        Ok(_) => panic!("{fasta:?} {gff:?} was taken"),
        Err(error) => format!("{error} | {}", error.hint().unwrap_or_default()),
    }
}

#[test]
fn a_fasta_that_cannot_be_used_is_told() {
    let grch38 = Some(Assembly::GRCh38);
    let (folder, fasta) = copied();
    let index = format!("{fasta}.fai");
    let whole = fs::read_to_string(&index).unwrap();
    let told = |needle: &str| {
        let said = refused(Some(&fasta), None, grch38);
        assert!(said.contains(needle), "{said}");
    };
    fs::remove_file(&index).unwrap();
    told("tiny.fa.fai is missing");
    told("samtools faidx");
    fs::write(&index, "chr1\t2400\tx\t60\t61\n").unwrap();
    told("tiny.fa.fai cannot be read");
    fs::write(&index, "chr1\t2400\t27\t60\t4\n").unwrap();
    told("impossible numbers");
    fs::write(&index, format!("chr1\t2400\t{}\t60\t61\n", u64::MAX)).unwrap();
    told("impossible numbers");
    fs::write(&index, whole.replace("\t2494\t", "\t2493\t")).unwrap();
    told("chr2 is not where the index says");
    fs::write(&index, whole.replace("\t1500\t", "\t1501\t")).unwrap();
    told("chr2 ends before its 1501 bases");
    fs::write(&index, whole.replace("\t1500\t", "\t1400\t")).unwrap();
    told("chr2 does not end after 1400 bases");
    fs::write(&index, whole.replace("chr2\t", "chr1\t")).unwrap();
    told("holds chr1 twice");
    fs::write(&index, &whole).unwrap();
    let text = fs::read(&fasta).unwrap();
    fs::write(&fasta, &text[..3000]).unwrap();
    told("chr2 ends before its 1500 bases");
    fs::write(&fasta, "chr1\t1\t2\n").unwrap();
    told("is no FASTA file");
    fs::write(&fasta, "").unwrap();
    told("empty");
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(&text).unwrap();
    fs::write(&fasta, gzip.finish().unwrap()).unwrap();
    told("is packed with gzip");
    told("bgzip");
    let (packed, blocks) = bgzip(&text, 300);
    fs::write(&fasta, &packed).unwrap();
    told("tiny.fa.gzi cannot be read");
    let gzi = format!("{fasta}.gzi");
    fs::write(&gzi, &blocks[..20]).unwrap();
    told("tiny.fa.gzi cannot be read");
    let (_, other) = bgzip(&text, 200);
    fs::write(&gzi, other).unwrap();
    told("its index is that of another");
    fs::write(&gzi, &blocks).unwrap();
    // A block in the middle is damaged: noticed where it is read, and no report leaves.
    let mut damaged = packed;
    let middle = damaged.len() / 4;
    damaged[middle..middle + 20].fill(0x55);
    fs::write(&fasta, damaged).unwrap();
    match read(Some(&fasta), Some(&data("gencode.gtf")), grch38) {
        Err(error) => assert!(error.to_string().contains("damaged"), "{error}"),
        Ok(genome) => {
            for transcript in own(&genome) {
                bases(&genome, &transcript);
            }
            assert!(genome.damage().is_some());
        }
    }
    drop(folder);
}

#[test]
fn an_annotation_that_cannot_be_used_is_told() {
    let grch38 = Some(Assembly::GRCh38);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.gff3").to_string_lossy().into_owned();
    let fasta = data("tiny.fa");
    let whole = fs::read_to_string(data("ensembl.gff3")).unwrap();
    let told = |text: &str, needle: &str| {
        fs::write(&path, text).unwrap();
        let said = refused(Some(&fasta), Some(&path), grch38);
        assert!(said.contains(needle), "{said}");
    };
    told(
        &whole.replace("\t201\t300\t", "\t301\t300\t"),
        "line 6: the end 300 lies before",
    );
    told(
        &whole.replace("\t201\t300\t", "\tx\t300\t"),
        "expected a position",
    );
    told(&whole.replace("\t+\t0\t", "\t+\t3\t"), "expected a phase");
    told(&whole[..whole.len() / 2], "may be cut short");
    told("1\ta\tgene\t1\t2\t.\t+\n", "line 1: no column 8");
    told("##gff-version 3\n", "holds no exon");
    told(
        &whole
            .replace("1\tinvented", "NC_060925.1\tinvented")
            .replace("2\tinvented", "x\tinvented"),
        "holds no exon",
    );
    let build = |name: &str| {
        whole.replace(
            "##gff-version 3\n",
            &format!("##gff-version 3\n#!genome-build {name}\n"),
        )
    };
    told(
        &build("T2T-CHM13v2.0"),
        "which is neither GRCh37 nor GRCh38",
    );
    told(&build("GRCh37.p13"), "was given");
    told(
        &whole.replace("1 1 2400", "1 1 248387328"),
        "neither GRCh37 nor GRCh38",
    );
    told(
        &whole.replace("\t601\t800\t", "\t601\t2800\t"),
        "but in test-data/reference/tiny.fa that has 2400",
    );
    told(
        &whole
            .replace("1\tinvented", "7\tinvented")
            .replace("2\tinvented", "8\tinvented"),
        "none of its chromosomes",
    );
    // Genes that lie elsewhere on the FASTA's bases spell no protein.
    let moved = whole
        .replace("1\tinvented", "T\tinvented")
        .replace("2\tinvented", "1\tinvented")
        .replace("T\tinvented", "2\tinvented")
        .replace("2 1 1500", "2 1 2400");
    fs::write(
        &path,
        moved
            .replace("\t1801\t1850\t", "\t1401\t1450\t")
            .replace("\t1701\t1850\t", "\t1301\t1450\t")
            .replace("\t1701\t1750\t", "\t1301\t1350\t"),
    )
    .unwrap();
    let said = refused(Some(&fasta), Some(&path), grch38);
    assert!(said.contains("spell a protein"), "{said}");
    // One that names RefSeq accessions of GRCh38 tells it, and one without anything does not.
    let (refseq, ensembl) = (data("refseq.gff3"), data("ensembl.gff3"));
    assert!(read(Some(&fasta), Some(&refseq), None).is_ok());
    let said = refused(Some(&fasta), Some(&refseq), Some(Assembly::GRCh37));
    assert!(
        said.contains("is on GRCh38 by the accession NC_000001.11"),
        "{said}"
    );
    let said = refused(Some(&fasta), Some(&ensembl), None);
    assert!(said.contains("nothing tells the assembly"), "{said}");
}

#[test]
fn contradictory_transcripts_are_left_out_and_stops_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.gtf").to_string_lossy().into_owned();
    let fasta = data("tiny.fa");
    let whole = fs::read_to_string(data("gencode.gtf")).unwrap();
    let genes = |text: &str, gene: &str, fasta: Option<&str>| {
        fs::write(&path, text).unwrap();
        let genome = read(fasta, Some(&path), Some(Assembly::GRCh38)).unwrap();
        of(&genome, gene).into_iter().cloned().collect::<Vec<_>>()
    };
    let without_stops: String = whole
        .lines()
        .filter(|line| !line.contains("\tstop_codon\t"))
        .map(|line| format!("{line}\n"))
        .collect();
    // The bases tell where it is; without them nobody knows.
    let expected = of(&tiny("gencode.gtf"), "ZZMINUS")[0].coding;
    let found = genes(&without_stops, "ZZMINUS", Some(&fasta));
    assert_eq!(found[0].coding, expected);
    assert!(genes(&without_stops, "ZZMINUS", None).is_empty());
    for (from, to) in [
        // An exon that overlaps another, a coding piece outside the exons, a wrong phase.
        ("\texon\t1201\t1260\t", "\texon\t1001\t1260\t"),
        ("\tCDS\t1201\t1260\t.\t-\t2", "\tCDS\t1201\t1263\t.\t-\t2"),
        ("\tCDS\t1201\t1260\t.\t-\t2", "\tCDS\t1201\t1260\t.\t-\t1"),
    ] {
        let changed = whole.replace(from, to);
        assert_ne!(changed, whole);
        assert!(genes(&changed, "ZZMINUS", Some(&fasta)).is_empty(), "{to}");
    }
    // Without the row that says so, the selenocysteine is a stop inside.
    let changed = whole.replace("\tSelenocysteine\t", "\tmisc\t");
    assert!(genes(&changed, "ZZSEC", Some(&fasta)).is_empty());
}

/// Embedded transcripts of some genes as GTF.
fn gtf_of(assembly: Assembly, genes: &[&str]) -> String {
    let mut text = String::new();
    for gene in genes {
        let gene = GeneSymbol::new(gene).unwrap();
        let transcript = Genome::embedded().of_gene(assembly, &gene).next().unwrap();
        let sign = match transcript.strand {
            Strand::Plus => "+",
            Strand::Minus => "-",
        };
        let (low, high) = transcript.coding.unwrap();
        let mut row = |kind: &str, start: u64, end: u64| {
            text.push_str(&format!(
                "{}\tx\t{kind}\t{start}\t{end}\t.\t{sign}\t.\tgene_id \"{gene}\"; \
                 transcript_id \"{}\"; tag \"MANE_Select\";\n",
                transcript.chrom, transcript.ensembl
            ));
        };
        for exon in &transcript.exons {
            row("exon", exon.start, exon.end);
            if exon.start <= high && exon.end >= low {
                row("CDS", exon.start.max(low), exon.end.min(high));
            }
        }
        match transcript.strand {
            Strand::Plus => row("stop_codon", high - 2, high),
            Strand::Minus => row("stop_codon", low, low + 2),
        }
    }
    text
}

#[test]
fn an_annotation_alone_keeps_embedded_bases_of_the_very_transcript() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.gtf").to_string_lossy().into_owned();
    let genes = ["KIT", "TP53", "EWSR1", "PDGFRA"];
    for assembly in [Assembly::GRCh37, Assembly::GRCh38] {
        let text = gtf_of(assembly, &genes);
        fs::write(&path, &text).unwrap();
        let genome = read(None, Some(&path), None).unwrap();
        assert_eq!(
            genome.reference().assembly,
            Some(assembly),
            "by known genes"
        );
        let kit = GeneSymbol::new("KIT").unwrap();
        let found = genome.of_gene(assembly, &kit).next().unwrap();
        let known = Genome::embedded().of_gene(assembly, &kit).next().unwrap();
        assert_eq!(found, known, "with the RefSeq name that the tables know");
        assert_eq!(genome.coding(found), Genome::embedded().coding(known));
        assert_eq!(
            genome.codon(found, 560),
            Genome::embedded().codon(known, 560)
        );
        assert_eq!(bases(&genome, found), bases(Genome::embedded(), known));
        // Another version is another transcript.
        fs::write(&path, text.replace(&known.ensembl, "ENST00000288135.99")).unwrap();
        let genome = read(None, Some(&path), None).unwrap();
        let found = genome.of_gene(assembly, &kit).next().unwrap();
        assert_eq!(found.exons, known.exons);
        assert_eq!(genome.coding(found), None);
        // The places of genes speak against a header.
        let other = match assembly {
            Assembly::GRCh37 => "GRCh38",
            Assembly::GRCh38 => "GRCh37",
        };
        fs::write(&path, format!("#!genome-build {other}\n{text}")).unwrap();
        let said = refused(None, Some(&path), None);
        assert!(
            said.contains("the places of known genes (4 of 4)"),
            "{said}"
        );
    }
}

fn build(folder: &Path, annotation: &str) -> PathBuf {
    let cache = folder.join("cache.sarcoref");
    sarcolens()
        .args([
            "reference",
            "build",
            "--assembly",
            "GRCh38",
            "--force",
            "--fasta",
        ])
        .arg(folder.join("tiny.fa"))
        .arg("--gff")
        .arg(folder.join(annotation))
        .arg("-o")
        .arg(&cache)
        .assert()
        .success();
    cache
}

#[test]
fn a_cache_says_what_its_files_said() {
    let (folder, fasta) = copied();
    for annotation in ANNOTATIONS {
        let cache = build(folder.path(), annotation);
        let cache = cache.to_string_lossy();
        let direct = tiny(annotation);
        for fasta in [None, Some(fasta.as_str())] {
            let cached = read(fasta, Some(&cache), None).unwrap();
            assert_eq!(own(&direct), own(&cached), "{annotation}");
            for transcript in own(&direct).iter().filter(|one| one.coding.is_some()) {
                assert_eq!(bases(&direct, transcript), bases(&cached, transcript));
                assert_eq!(direct.coding(transcript), cached.coding(transcript));
            }
            assert!(cached.damage().is_none());
        }
        let said = refused(None, Some(&cache), Some(Assembly::GRCh37));
        assert!(said.contains("is on GRCh38"), "{said}");
    }
}

/// An annotation may write a gene's earlier symbol.
#[test]
fn genes_are_found_by_their_current_symbols() {
    let (folder, fasta) = copied();
    let cache = build(folder.path(), "ensembl.gff3");
    let renamed = |symbol: &GeneSymbol| match symbol.as_str() {
        "ZZPLUS" => GeneSymbol::new("ZZNEW").unwrap(),
        _ => symbol.clone(),
    };
    for gff in [data("ensembl.gff3"), cache.to_string_lossy().into_owned()] {
        let genome = Reference {
            fasta: Some(&fasta),
            gff: Some(&gff),
            assembly: Some(Assembly::GRCh38),
            current: &renamed,
        }
        .genome()
        .unwrap();
        assert!(of(&genome, "ZZPLUS").is_empty());
        let found = of(&genome, "ZZNEW");
        assert_eq!(found[0].gene.as_str(), "ZZNEW");
        assert!(genome.coding(found[0]).is_some());
    }
}

#[test]
fn a_stale_cut_or_damaged_cache_is_refused() {
    let (folder, fasta) = copied();
    let path = build(folder.path(), "gencode.gtf");
    let cache = path.to_string_lossy().into_owned();
    let whole = fs::read(&path).unwrap();
    let expected = own(&read(None, Some(&cache), None).unwrap());
    for length in [8, 11, 30, 60, 200, whole.len() / 2, whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        let said = refused(None, Some(&cache), None);
        assert!(said.contains("cut short"), "{length}: {said}");
    }
    let mut other = whole.clone();
    other[8] = 99;
    fs::write(&path, &other).unwrap();
    let said = refused(None, Some(&cache), None);
    assert!(said.contains("version 99, expected 1"), "{said}");
    // Whichever byte is another: refused at once, or where it is read.
    for at in (8..whole.len()).step_by(7) {
        let mut other = whole.clone();
        other[at] ^= 0x10;
        fs::write(&path, &other).unwrap();
        match read(None, Some(&cache), None) {
            Err(error) => assert!(error.to_string().contains("cache"), "{error}"),
            Ok(genome) => {
                let found = own(&genome);
                assert!(genome.damage().is_some() || found == expected, "byte {at}");
            }
        }
    }
    fs::write(&path, &whole).unwrap();
    // Another FASTA than the one it was built from.
    let changed = fs::read_to_string(format!("{fasta}.fai")).unwrap();
    fs::write(format!("{fasta}.fai"), changed.lines().next().unwrap()).unwrap();
    let said = refused(Some(&fasta), Some(&cache), None);
    assert!(said.contains("built from another FASTA"), "{said}");
    fs::write(format!("{fasta}.fai"), changed).unwrap();
    // Sources that lie where they did but are others now.
    let gtf = folder.path().join("gencode.gtf");
    let text = fs::read_to_string(&gtf).unwrap();
    fs::write(&gtf, format!("{text}# more\n")).unwrap();
    let said = refused(None, Some(&cache), None);
    assert!(
        said.contains("stale") && said.contains("reference build"),
        "{said}"
    );
    sarcolens()
        .args(["interpret", "-s", "T1", "--gff", &cache, "-o"])
        .arg(folder.path())
        .arg("test-data/cases/01-classic-ewing/inputs/T1.arriba.tsv")
        .assert()
        .code(3);
    // Sources that are gone are not needed.
    fs::remove_file(&gtf).unwrap();
    assert_eq!(own(&read(None, Some(&cache), None).unwrap()), expected);
}

/// A VCF without a header line about its assembly: substitutions in coding bases.
fn unheaded(assembly: Assembly, count: usize) -> String {
    let genome = Genome::embedded();
    let mut text = "##fileformat=VCFv4.2\n##INFO=<ID=DP,Number=1,Type=Integer,Description=\"d\">\n\
                    #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
        .to_owned();
    let mut rows: Vec<String> = genome
        .transcripts()
        .filter(|one| one.assembly == assembly && one.status == TranscriptStatus::ManeSelect)
        .filter_map(|one| {
            let pos = one.position(one.coding_bases()?.0 + 90)?;
            let base = genome.base(one, pos)?;
            let other = if base == b'A' { 'C' } else { 'A' };
            Some(format!(
                "{}\t{pos}\t.\t{}\t{other}\t.\tPASS\tDP=9\n",
                one.chrom,
                char::from(base)
            ))
        })
        .take(count)
        .collect();
    rows.sort();
    text.extend(rows);
    text
}

fn interpret(folder: &Path, more: &[&str]) -> std::process::Output {
    sarcolens()
        .current_dir(folder)
        .args([
            "interpret",
            "-s",
            "T1",
            "-f",
            "json,md",
            "--force",
            "-o",
            "out",
        ])
        .args(more)
        .output()
        .unwrap()
}

fn report(folder: &Path) -> serde_json::Value {
    serde_json::from_slice(&fs::read(folder.join("out/T1.sarcolens.json")).unwrap()).unwrap()
}

#[test]
fn reference_bases_decide_the_assembly_of_a_vcf_without_header() {
    let folder = tempfile::tempdir().unwrap();
    let vcf = folder.path().join("a.vcf");
    for assembly in [Assembly::GRCh37, Assembly::GRCh38] {
        fs::write(&vcf, unheaded(assembly, 20)).unwrap();
        let output = interpret(folder.path(), &["a.vcf"]);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{stderr}");
        let input = &report(folder.path())["inputs"][0];
        assert_eq!(input["assembly"], assembly.to_string());
        let by = input["assembly_from"].as_str().unwrap();
        assert!(by.contains("20 of 20 reference bases"), "{by}");
    }
    let both = unheaded(Assembly::GRCh37, 20)
        + unheaded(Assembly::GRCh38, 20)
            .split_once("\tINFO\n")
            .unwrap()
            .1;
    fs::write(&vcf, both).unwrap();
    let output = interpret(folder.path(), &["a.vcf"]);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("nothing decides the assembly"), "{stderr}");
    assert!(stderr.contains("20 of "), "{stderr}");
    let lifted = unheaded(Assembly::GRCh37, 20)
        .replace("##INFO", "##contig=<ID=chr1,length=248956422>\n##INFO");
    fs::write(&vcf, lifted).unwrap();
    let output = interpret(folder.path(), &["a.vcf"]);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("the header says GRCh38, but"), "{stderr}");
    // One place is too little; it is told, and nothing is placed.
    fs::write(&vcf, unheaded(Assembly::GRCh38, 1)).unwrap();
    let output = interpret(folder.path(), &["a.vcf"]);
    assert!(output.status.success());
    assert_eq!(
        report(folder.path())["inputs"][0]["assembly"],
        serde_json::Value::Null
    );
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        stderr.contains("1 variant(s) could not be placed"),
        "{stderr}"
    );
}

#[test]
fn the_report_says_which_reference_was_used() {
    let (folder, _) = copied();
    fs::write(folder.path().join("a.vcf"), unheaded(Assembly::GRCh38, 20)).unwrap();
    let cache = build(folder.path(), "ensembl.gff3");
    let runs: [(&[&str], &[&str]); 3] = [
        (&[], &[]),
        (
            &[
                "--fasta",
                "tiny.fa",
                "--gtf",
                "gencode.gtf",
                "--assembly",
                "GRCh38",
            ],
            &["fasta", "annotation"],
        ),
        (
            &["--gff", "cache.sarcoref"],
            &["cache", "fasta-of-cache", "annotation-of-cache"],
        ),
    ];
    for (options, roles) in runs {
        let mut arguments = vec!["a.vcf"];
        arguments.extend(options);
        let output = interpret(folder.path(), &arguments);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{stderr}");
        let used = &report(folder.path())["tool"]["reference"];
        let files = used["files"].as_array().unwrap();
        let found: Vec<&str> = files
            .iter()
            .map(|file| file["role"].as_str().unwrap())
            .collect();
        assert_eq!(found, roles);
        let markdown = fs::read_to_string(folder.path().join("out/T1.sarcolens.md")).unwrap();
        for file in files {
            assert!(markdown.contains(file["sha256"].as_str().unwrap()));
        }
        assert!(markdown.contains(used["embedded_sha256"].as_str().unwrap()));
    }
    // Files on the other assembly than the reference.
    fs::write(folder.path().join("a.vcf"), unheaded(Assembly::GRCh37, 20)).unwrap();
    let output = interpret(folder.path(), &["a.vcf", "--gff", &cache.to_string_lossy()]);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(
        stderr.contains("but the reference that was given is on GRCh38"),
        "{stderr}"
    );
    let output = interpret(folder.path(), &["a.vcf", "--fasta", "none.fa"]);
    assert_eq!(output.status.code(), Some(3));
}

#[test]
fn the_version_names_every_table() {
    let output = sarcolens().args(["version", "--json"]).output().unwrap();
    let version: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let tables = version["genome"]["tables"].as_array().unwrap();
    assert_eq!(tables.len(), sarcolens::genome::TABLES.len());
    for table in tables {
        let path = format!("src/genome/tables/{}", table["name"].as_str().unwrap());
        let digest = sarcolens::read::stream::digest(&fs::read(path).unwrap());
        assert_eq!(table["sha256"], digest);
        assert!(!table["source"].as_str().unwrap().is_empty());
    }
}

/// Reads whatever is there and asks everything of it.
fn try_all(fasta: Option<&Path>, gff: Option<&Path>) {
    let fasta = fasta.map(|path| path.to_string_lossy().into_owned());
    let gff = gff.map(|path| path.to_string_lossy().into_owned());
    if let Ok(genome) = read(fasta.as_deref(), gff.as_deref(), Some(Assembly::GRCh38)) {
        for transcript in own(&genome) {
            genome.coding(&transcript);
            genome.codon(&transcript, 1);
            genome.base(&transcript, transcript.start());
            genome.base(&transcript, transcript.end());
        }
        genome.damage();
    }
}

/// Some bytes of a file are others.
fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, u8)>> {
    prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)
}

fn changed(text: &[u8], changes: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    let mut bytes = text.to_vec();
    for (at, byte) in changes {
        let at = at.index(bytes.len());
        bytes[at] = *byte;
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_bytes_make_the_readers_panic(
        noise in prop::collection::vec(any::<u8>(), 0..400),
        of_gff in changes(),
        of_fasta in changes(),
        of_index in changes(),
        of_blocks in changes(),
        which in 0..ANNOTATIONS.len(),
    ) {
        let (folder, fasta) = copied();
        let at = |name: &str| folder.path().join(name);
        let annotation = at(ANNOTATIONS[which]);
        let text = fs::read(&annotation).unwrap();
        let bases = fs::read(&fasta).unwrap();
        let index = fs::read(at("tiny.fa.fai")).unwrap();

        fs::write(at("noise"), &noise).unwrap();
        try_all(None, Some(&at("noise")));
        try_all(Some(&at("noise")), None);
        fs::write(at("noise.fai"), &noise).unwrap();
        try_all(Some(&at("noise")), None);

        fs::write(&annotation, changed(&text, &of_gff)).unwrap();
        try_all(Some(Path::new(&fasta)), Some(&annotation));
        try_all(None, Some(&annotation));
        fs::write(&annotation, &text).unwrap();

        fs::write(&fasta, changed(&bases, &of_fasta)).unwrap();
        try_all(Some(Path::new(&fasta)), Some(&annotation));
        fs::write(&fasta, &bases).unwrap();
        fs::write(at("tiny.fa.fai"), changed(&index, &of_index)).unwrap();
        try_all(Some(Path::new(&fasta)), Some(&annotation));
        fs::write(at("tiny.fa.fai"), &index).unwrap();

        let (packed, blocks) = bgzip(&bases, 500);
        fs::write(&fasta, changed(&packed, &of_fasta)).unwrap();
        fs::write(at("tiny.fa.gzi"), &blocks).unwrap();
        try_all(Some(Path::new(&fasta)), Some(&annotation));
        fs::write(&fasta, &packed).unwrap();
        fs::write(at("tiny.fa.gzi"), changed(&blocks, &of_blocks)).unwrap();
        try_all(Some(Path::new(&fasta)), Some(&annotation));
        fs::write(&fasta, &bases).unwrap();

        let mut cache = b"SARCOREF\x01\0\0\0".to_vec();
        cache.extend(&noise);
        fs::write(at("noise"), cache).unwrap();
        try_all(None, Some(&at("noise")));
    }
}
