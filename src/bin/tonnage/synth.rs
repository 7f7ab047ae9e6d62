//! `tonnage synth`: synthetic records that agree with published figures.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use tonnage::dataset::write_records;
use tonnage::synth::{Synthesis, Verdict, synthesise};

use crate::{Failure, files};

pub fn run(path: &Path, seed: u64, output: Option<&Path>) -> Result<String, Failure> {
    let ledger = files::ledger(path)?;
    let Synthesis { records, verdicts, set_aside } =
        synthesise(&ledger, seed).map_err(|why| format!("{}: {why}", path.display()))?;
    let count = |wanted: fn(&Verdict) -> bool| verdicts.iter().filter(|v| wanted(v)).count();
    let mut told = format!(
        "{} rows over {} months. Of {} printed figures they agree with {}, cannot be compared with {}, \
         and differ from {}:\n",
        records.len(),
        records.months().len(),
        verdicts.len(),
        count(|v| *v == Verdict::Agrees),
        count(|v| *v == Verdict::NotTested),
        count(|v| matches!(v, Verdict::Differs(_))),
    );
    let id = |claim: &usize| ledger.claim(*claim).map(|c| c.id.as_str());
    for (index, (claim, verdict)) in ledger.claims().iter().zip(&verdicts).enumerate() {
        let Verdict::Differs(found) = verdict else { continue };
        let _ = writeln!(told, "  {}  printed “{}”, the rows have {found:.3}", claim.id, claim.printed);
        if let Some(aside) = set_aside.iter().find(|a| a.claim == index) {
            let against: Vec<&str> = aside.against.iter().filter_map(id).collect();
            let trade = if aside.implausible { " in plausible trade" } else { "" };
            let _ = writeln!(told, "    cannot hold{trade} together with {}", against.join(", "));
        }
    }
    if let Some(output) = output {
        let text = write_records(&records);
        fs::write(output, text)
            .map_err(|error| format!("{} cannot be written: {error}.", output.display()))?;
        let _ = writeln!(told, "{} is written.", output.display());
    }
    Ok(told)
}
