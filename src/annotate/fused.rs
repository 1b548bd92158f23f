//! What the breakpoints of a fusion say by the transcripts of its genes, the user's or the program's own.

use crate::domain::{Alteration, Call};
use crate::genome::{self, Genome};

/// Gives a fusion what its breakpoints say; its assembly has to be known by then. The caller's own
/// words stay as they are. Any other claim stays.
pub fn read_breakpoints(call: &mut Call, genome: &Genome) {
    let Alteration::Fusion(fusion) = &mut call.claim else {
        return;
    };
    // Within one gene there is no 5' and no 3' gene.
    if fusion.five_prime.gene.is_some() && fusion.five_prime.gene == fusion.three_prime.gene {
        return;
    }
    fusion.predicted = genome::predict(genome, fusion).map(Box::new);
}
