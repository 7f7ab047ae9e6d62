//! Workbooks: written here and read again, beside another reader of them, and those of other programs.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Write};

use calamine::{Data, DataType, Reader, Xlsx};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use sheet::{Asked, Doubt, Kind, Limits, NoSheet, NoTable, PackedIn, Row, Sheet, decode_natively, open};

fn opened(bytes: &[u8]) -> Result<Sheet, NoSheet> {
    open(bytes.to_vec(), &Asked::default(), &Limits::default(), decode_natively)
}

fn told(mut sheet: Sheet) -> Vec<String> {
    let line = |row: Row| match row {
        Ok((place, cells)) => format!("{place}: {}", cells.iter().collect::<Vec<_>>().join("|")),
        Err((place, fault)) => format!("{place}: {fault:?}"),
    };
    std::iter::from_fn(|| sheet.next()).map(line).collect()
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn every_kind_of_cell_is_a_text() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let month = Format::new().set_num_format("mmm-yy");
    let percent = Format::new().set_num_format("0.0%");
    sheet.write(0, 0, "Trade <of> \"China\" & others\nin _x000D_ kg").unwrap();
    sheet.write(2, 0, 72_000).unwrap();
    sheet.write(2, 1, 0.1 + 0.2).unwrap();
    sheet.write(2, 3, true).unwrap();
    sheet.write_with_format(2, 4, ExcelDateTime::from_ymd(2025, 4, 1).unwrap(), &month).unwrap();
    sheet.write_with_format(2, 5, 0.125, &percent).unwrap();
    sheet.write_formula(2, 6, Formula::new("A3*2").set_result("144000")).unwrap();
    sheet.write_formula(2, 7, Formula::new("\"a\"").set_result("墨西哥")).unwrap();
    sheet.write(2, 8, 1e-7).unwrap();
    sheet.write(2, 9, 76_141_000_001_234_f64).unwrap();
    sheet.write_formula(2, 10, Formula::new("1/0").set_result("#DIV/0!")).unwrap();
    sheet.write(1_048_575, 1, "last").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let mut sheet = opened(&bytes).unwrap();
    assert_eq!((sheet.kind, sheet.encoding, sheet.doubts.len()), (Kind::Xlsx, None, 0));
    while sheet.next().is_some() {}
    assert!(sheet.is_full());
    assert_eq!(
        told(opened(&bytes).unwrap()),
        [
            "1: Trade <of> \"China\" & others\nin _x000D_ kg",
            "3: 72000|0.3||true|2025-04-01|0.125|144000|墨西哥|0.0000001|76141000001234",
            "1048576: |last"
        ]
    );
}

#[test]
fn sheets_are_chosen_and_hidden_ones_are_not() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Empty").unwrap();
    let hidden = book.add_worksheet().set_name("Hidden").unwrap();
    hidden.write(0, 0, "no").unwrap().set_hidden(true);
    let april = book.add_worksheet().set_name("April & May").unwrap();
    april.write(0, 0, "a").unwrap().write(1, 0, 1).unwrap();
    let one = book.save_to_buffer().unwrap();
    let sheet = opened(&one).unwrap();
    assert_eq!((sheet.name.as_deref(), sheet.doubts.len()), (Some("April & May"), 0));
    assert_eq!(told(sheet), ["1: a", "2: 1"]);

    book.add_worksheet().set_name("June").unwrap().write(0, 0, "b").unwrap().write(2, 0, 2).unwrap();
    let several = book.save_to_buffer().unwrap();
    let sheet = opened(&several).unwrap();
    let [Doubt::Sheet(sheets)] = sheet.doubts.as_slice() else { panic!("{:?}", sheet.doubts) };
    let named: Vec<_> = sheets.iter().map(|s| (s.name.as_str(), s.rows, s.is_hidden)).collect();
    assert_eq!(named, [("April & May", Some(2), false), ("June", Some(3), false), ("Hidden", None, true)]);
    let asked = |name: &str| Asked { sheet: Some(name.to_owned()), ..Asked::default() };
    // Open at once, they share the room of one.
    let beside = |count: usize| sheet.beside(&asked("June"), count).unwrap();
    assert_eq!(told(beside(3).unwrap()), ["1: b", "3: 2"]);
    assert!(beside(usize::MAX).is_err());
    assert_eq!(told(sheet.reopen(&asked("June")).unwrap().unwrap()), ["1: b", "3: 2"]);
    let none = open(several, &asked("July"), &Limits::default(), decode_natively);
    assert_eq!(none.err(), Some(NoSheet::NoSuchSheet { name: "July".to_owned() }));
    assert_eq!(opened(&Workbook::new().save_to_buffer().unwrap()).err(), Some(NoSheet::NoCells));
}

#[test]
fn merged_cells_are_filled_but_for_titles() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 3, "A title over all", &plain).unwrap();
    sheet.merge_range(1, 1, 1, 2, "Export", &plain).unwrap();
    sheet.write(1, 0, "Month").unwrap();
    sheet.merge_range(2, 0, 3, 0, "2025-04", &plain).unwrap();
    sheet.write(2, 1, 1).unwrap().write(3, 1, 2).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(
        told(opened(&bytes).unwrap()),
        ["1: A title over all", "2: Month|Export|Export", "3: 2025-04|1", "4: 2025-04|2"]
    );
}

#[test]
fn workbooks_of_other_programs() {
    let rows = [
        "1: Exports by partner",
        "3: Month|Partner|Export|Export",
        "4: 2025-04-01|Mexico|72000|0.3|false",
        "5: 2025-04-01|Türkiye|500|12.5|true",
        "6: 2025-04-01|玻利维亚|300|0.001|false",
    ];
    let old = opened(&fixture("book.xls")).unwrap();
    assert_eq!((old.kind, old.name.as_deref(), old.doubts.len()), (Kind::Xls, Some("Trade"), 0));
    let old = told(old);
    assert_eq!(old[..5], rows);
    let more: Vec<String> = (0..1000)
        .map(|row| format!("{}: |Partner {row} {}", row + 7, if row % 3 == 0 { "é" } else { "的" }))
        .collect();
    assert_eq!(old[5..], more);

    let free = opened(&fixture("book.ods")).unwrap();
    assert_eq!((free.kind, free.name.as_deref(), free.doubts.len()), (Kind::Ods, Some("Trade"), 0));
    let free = told(free);
    assert_eq!(free[..5], rows);
    assert_eq!(free[5..], ["7: again|again", "8: again|again"]);
}

/// A zip archive of files, none of them packed.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut list) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let mut sum = flate2::Crc::new();
        sum.update(content);
        let header = bytes.len() as u32;
        let size = content.len() as u32;
        let mut common = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        for number in [sum.sum(), size, size] {
            common.extend(number.to_le_bytes());
        }
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(name.as_bytes());
        bytes.extend(*content);
        list.extend(b"PK\x01\x02\x14\x00");
        list.extend(&common);
        list.extend([0; 10]);
        list.extend(header.to_le_bytes());
        list.extend(name.as_bytes());
    }
    let at = bytes.len() as u32;
    bytes.write_all(&list).unwrap();
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([(files.len() as u16).to_le_bytes(), (files.len() as u16).to_le_bytes()].concat());
    bytes.extend((list.len() as u32).to_le_bytes());
    bytes.extend(at.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

#[test]
fn files_of_an_archive_are_sheets() {
    let one = zip(&[("README.txt", b"read me"), ("__MACOSX/a.csv", b"x"), ("in/a.csv", b"a;b\n1;2\n")]);
    let sheet = opened(&one).unwrap();
    assert_eq!((sheet.packed_in, sheet.name.as_deref()), (Some(PackedIn::Zip), Some("in/a.csv")));
    assert_eq!((sheet.doubts.len(), told(sheet)), (0, vec!["1: a|b".to_owned(), "2: 1|2".to_owned()]));

    let mut book = Workbook::new();
    book.add_worksheet().set_name("April").unwrap().write(0, 0, "april").unwrap();
    book.add_worksheet().set_name("May").unwrap().write(0, 0, "may").unwrap();
    let workbook = book.save_to_buffer().unwrap();
    let two = zip(&[("a.csv", b"a\n1\n"), ("b.xlsx", &workbook)]);
    let sheet = opened(&two).unwrap();
    let names = |sheet: &Sheet| match sheet.doubts.as_slice() {
        [Doubt::Sheet(sheets)] => sheets.iter().map(|s| s.name.clone()).collect::<Vec<_>>(),
        doubts => panic!("{doubts:?}"),
    };
    assert_eq!(names(&sheet), ["a.csv", "b.xlsx"]);
    let asked = |name: &str| Asked { sheet: Some(name.to_owned()), ..Asked::default() };
    let inner = sheet.reopen(&asked("b.xlsx")).unwrap().unwrap();
    assert_eq!(names(&inner), ["b.xlsx / April", "b.xlsx / May"]);
    assert_eq!(told(inner.reopen(&asked("b.xlsx / May")).unwrap().unwrap()), ["1: may"]);

    assert_eq!(opened(&zip(&[("in.zip", &one)])).err(), Some(NoSheet::Nested { name: "in.zip".to_owned() }));
    assert_eq!(opened(&zip(&[("a.pdf", b"%PDF")])).err(), Some(NoSheet::NothingInArchive));
    assert_eq!(
        opened(&zip(&[("xl/workbook.bin", b"")])).err(),
        Some(NoSheet::NotATable(NoTable::OtherWorkbook))
    );
    let damaged = zip(&[("a.csv", b"a;b\n1;2\n")]);
    let flipped: Vec<u8> = damaged.iter().map(|byte| if *byte == b';' { b',' } else { *byte }).collect();
    assert_eq!(opened(&flipped).err(), Some(NoSheet::BrokenArchive));
}

/// A workbook of one sheet whose XML is given.
fn with_sheet(xml: &str) -> Vec<u8> {
    let relations = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/s.xml"/></Relationships>"#;
    zip(&[
        (
            "xl/workbook.xml",
            br#"<x:workbook><x:sheets><x:sheet name="S" r:id="r1"/></x:sheets></x:workbook>"#,
        ),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/s.xml", xml.as_bytes()),
    ])
}

#[test]
fn sheets_as_other_programs_write_them() {
    let cells =
        |inner: &str| with_sheet(&format!("<x:worksheet><x:sheetData>{inner}</x:sheetData></x:worksheet>"));
    // With a prefix, without places, texts in the sheet itself.
    let bytes = cells(
        "<x:row><x:c t=\"inlineStr\"><x:is><x:t>a</x:t><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c><x:c><x:v>1.0</x:v></x:c></x:row><x:row/><x:row><x:c t=\"d\"><x:v>2025-04-01</x:v></x:c></x:row>",
    );
    assert_eq!(told(opened(&bytes).unwrap()), ["1: a|1", "3: 2025-04-01"]);
    let bytes = cells(
        "<x:row r=\"7\"><x:c r=\"B7\"><x:f>A1</x:f></x:c></x:row><x:row r=\"8\"><x:c><x:v>1</x:v></x:c></x:row>",
    );
    assert_eq!(told(opened(&bytes).unwrap()), ["7: NoValue { column: 2 }", "8: 1"]);
    let bytes = cells("<x:row><x:c r=\"XFE1\"><x:v>1</x:v></x:c></x:row>");
    assert_eq!(told(opened(&bytes).unwrap()), ["1: ManyColumns"]);
    let bytes = with_sheet("<x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row><x:row><x:c>");
    assert_eq!(told(opened(&bytes).unwrap()), ["1: 1", "3: Broken"]);
}

#[test]
fn what_is_locked_or_damaged_is_said() {
    // A compound document as Excel makes it of a workbook with a password: one stream of that name.
    let mut old = fixture("book.xls");
    let name: Vec<u8> = "Workbook".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let at = old.windows(name.len()).position(|window| window == name).unwrap();
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    old[at..at + locked.len()].copy_from_slice(&locked);
    old[at + 64] = locked.len() as u8 + 2;
    assert_eq!(opened(&old).err(), Some(NoSheet::Locked));

    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, 1).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(opened(&bytes[..bytes.len() / 2]).err(), Some(NoSheet::BrokenArchive));
    let old = fixture("book.xls");
    assert!(opened(&old[..2000]).is_err());
}

#[test]
fn an_older_reader_of_workbooks_agrees() {
    let mut old: calamine::Xls<_> = calamine::Xls::new(Cursor::new(fixture("book.xls"))).unwrap();
    let range = old.worksheet_range("Trade").unwrap();
    let sheet = opened(&fixture("book.xls")).unwrap();
    let texts =
        |row: &[Data]| row.iter().filter_map(|cell| cell.get_string().map(str::to_owned)).collect::<Vec<_>>();
    let theirs: Vec<Vec<String>> = range.rows().skip(3).map(texts).collect();
    let mut sheet = sheet;
    let ours = std::iter::from_fn(|| sheet.next()).flatten().filter(|(place, _)| *place > 3);
    let ours: Vec<Vec<String>> = ours.map(|(_, row)| vec![row.get(1).unwrap().to_owned()]).collect();
    assert_eq!(ours, theirs);
}

/// A cell of a random workbook.
#[derive(Debug, Clone)]
enum Written {
    Nothing,
    Text(String),
    Number(f64),
    Day(u32),
}

fn written() -> impl Strategy<Value = Written> {
    prop_oneof![
        Just(Written::Nothing),
        "[ -~é的\n]{1,12}".prop_map(Written::Text),
        prop_oneof![(-1_000_000_000i64..1_000_000_000).prop_map(|n| n as f64), -1e9..1e9f64]
            .prop_map(Written::Number),
        (61..60_000u32).prop_map(Written::Day),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_to_a_workbook_is_read(cells in prop::collection::vec(prop::collection::vec(written(), 1..6), 1..8)) {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
        for (row, cells) in (0..).zip(&cells) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Written::Nothing => continue,
                    Written::Text(text) => sheet.write(row, column, text),
                    Written::Number(number) => sheet.write(row, column, *number),
                    Written::Day(number) => sheet.write_with_format(row, column, *number, &day),
                }.unwrap();
            }
        }
        let bytes = book.save_to_buffer().unwrap();
        let mut theirs: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
        let theirs = theirs.worksheet_range("Sheet1").unwrap();
        let mut sheet = match opened(&bytes) {
            Ok(sheet) => sheet,
            Err(why) => {
                prop_assert_eq!(why, NoSheet::NoCells);
                return Ok(());
            }
        };
        while let Some(row) = sheet.next() {
            let (place, row) = row.unwrap();
            for (column, text) in row.iter().enumerate() {
                let wanted = cells[place as usize - 1].get(column).unwrap_or(&Written::Nothing);
                let their = theirs.get_value((place as u32 - 1, column as u32));
                match wanted {
                    Written::Nothing => prop_assert_eq!(text, ""),
                    Written::Text(wanted) => prop_assert_eq!(text, wanted),
                    Written::Number(number) => {
                        let read: f64 = text.parse().unwrap();
                        prop_assert!((read - number).abs() <= number.abs() * 1e-14, "{} {}", text, number);
                        let their = their.and_then(DataType::as_f64).unwrap();
                        prop_assert!((read - their).abs() <= their.abs() * 1e-14);
                    }
                    Written::Day(_) => {
                        let Some(Data::DateTime(their)) = their else { panic!("{their:?}") };
                        let (year, month, day, ..) = their.to_ymd_hms_milli();
                        prop_assert_eq!(text, format!("{year:04}-{month:02}-{day:02}"));
                    }
                }
            }
        }
    }

    #[test]
    fn damaged_workbooks_never_panic(at in any::<prop::sample::Index>(), byte in any::<u8>(), which in 0..4usize, cut in any::<bool>()) {
        let mut book = Workbook::new();
        book.add_worksheet().write(0, 0, "a").unwrap().write(1, 1, 2).unwrap();
        let xml = "<x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"str\"><x:v>a&amp;</x:v></x:c></x:row></x:sheetData>";
        let mut bytes = match which {
            0 => book.save_to_buffer().unwrap(),
            1 => fixture("book.xls"),
            2 => fixture("book.ods"),
            _ => with_sheet(xml),
        };
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        if let Ok(sheet) = opened(&bytes) {
            told(sheet);
        }
    }
}
