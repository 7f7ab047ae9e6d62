//! No bytes panic or fill the memory, whatever they are taken for.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sheet::{Asked, Doubt, Limits, Sheet, decode_natively, open};

/// Reads a sheet to its end, and as much again as its doubts allow.
fn read(mut sheet: Sheet, depth: u32) {
    sheet.peek(10);
    while sheet.next().is_some() {}
    let asked = sheet.doubts.iter().flat_map(|doubt| match doubt {
        Doubt::Encoding(choices) => {
            choices.last().map(|choice| Asked { encoding: Some(choice.encoding), ..Asked::default() })
        }
        Doubt::Sheet(sheets) => {
            sheets.last().map(|choice| Asked { sheet: Some(choice.name.clone()), ..Asked::default() })
        }
    });
    let Some(asked) = asked.last().filter(|_| depth < 3) else { return };
    if let Some(Ok(sheet)) = sheet.reopen(&asked) {
        read(sheet, depth + 1);
    }
}

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { unpacked: 20_000_000, ..Limits::default() };
    if let Ok(sheet) = open(bytes.to_vec(), &Asked::default(), &limits, decode_natively) {
        read(sheet, 0);
    }
});
