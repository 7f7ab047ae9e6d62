//! The modules of a built site, packed with LZMA: a sixth less to fetch than what a server packs with gzip.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use lzma_rust2::{DICT_SIZE_MIN, LzmaOptions, LzmaWriter};

use crate::answer::Failure;
use crate::files;
use crate::words::words;

/// How a module’s file ends, before and after.
const PLAIN: &str = "_bg.wasm";
const PACKED: &str = "_bg.wasm.lzma";
/// The files that ask for modules.
const ASKING: [&str; 2] = ["index.html", "worker.js"];

/// Packs every module of a site: `NAME_bg.wasm` becomes `NAME_bg.wasm.lzma`, which `public/module.js` unpacks as it
/// arrives, and what asks for modules asks for that. Tells of each.
pub fn pack_modules(site: &Path) -> Result<String, Failure> {
    let modules = modules(site)?;
    let asking = ASKING.map(|name| {
        let path = site.join(name);
        let text = String::from_utf8(files::bytes(&path)?).map_err(|_| words().not_utf8(&path))?;
        match text.contains(PLAIN) && !text.contains(PACKED) {
            true => Ok((path, text.replace(PLAIN, PACKED))),
            false => Err(words().asks_for_no_module(&path)),
        }
    });
    let asking = asking.into_iter().collect::<Result<Vec<_>, Failure>>()?;
    let mut told = String::new();
    for module in modules {
        let plain = files::bytes(&module)?;
        let packed = packed(&plain).map_err(|e| words().not_packed(&module, &e))?;
        let sizes = words().packed(packed.len(), plain.len());
        told += &format!("{}\n", words().about(&module.display().to_string(), &sizes));
        // The packed one stands before the plain one goes: a site that is left half done still has every module.
        files::write(&with_ending(&module), packed)?;
        fs::remove_file(&module).map_err(|e| words().not_removed(&module, &e))?;
    }
    for (path, text) in asking {
        files::write(&path, text)?;
    }
    Ok(told)
}

/// A module as a file `.lzma` that says its size.
fn packed(module: &[u8]) -> io::Result<Vec<u8>> {
    // Instructions have no fixed size, so that a byte says more of its neighbour than its place does.
    let options = LzmaOptions {
        dict_size: u32::try_from(module.len()).unwrap_or(u32::MAX).max(DICT_SIZE_MIN),
        lc: 4,
        pb: 0,
        nice_len: LzmaOptions::NICE_LEN_MAX,
        ..LzmaOptions::with_preset(9)
    };
    let size = u64::try_from(module.len()).ok();
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, size)?;
    writer.write_all(module)?;
    writer.finish()
}

/// The modules of a site, in the order of their names.
fn modules(site: &Path) -> Result<Vec<PathBuf>, Failure> {
    let odd = |e| words().not_read_because(site, &e);
    let entries = fs::read_dir(site).map_err(odd)?.collect::<Result<Vec<_>, _>>().map_err(odd)?;
    let is_module = |path: &PathBuf| path.to_str().is_some_and(|path| path.ends_with(PLAIN));
    let mut modules: Vec<PathBuf> = entries.iter().map(|entry| entry.path()).filter(is_module).collect();
    modules.sort();
    match modules.is_empty() {
        true => Err(words().no_modules(site, PLAIN)),
        false => Ok(modules),
    }
}

/// The name of a packed module.
fn with_ending(module: &Path) -> PathBuf {
    let mut name = module.as_os_str().to_owned();
    name.push(".lzma");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use lzma_rust2::LzmaReader;

    use super::*;

    #[test]
    fn modules_are_packed_and_asked_for_by_their_new_name() {
        let site = std::env::temp_dir().join(format!("tonnage-pack-{}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        let module: Vec<u8> = (0..10_000u32).map(|i| (i % 7) as u8).collect();
        fs::write(site.join("tonnage-page-1f_bg.wasm"), &module).unwrap();
        fs::write(site.join("index.html"), "<link href=\"./tonnage-page-1f_bg.wasm\">").unwrap();
        fs::write(site.join("worker.js"), "fetch(`./${name}_bg.wasm${version}`)").unwrap();
        pack_modules(&site).unwrap();

        let packed = fs::read(site.join("tonnage-page-1f_bg.wasm.lzma")).unwrap();
        let mut unpacked = Vec::new();
        LzmaReader::new_mem_limit(packed.as_slice(), u32::MAX, None)
            .unwrap()
            .read_to_end(&mut unpacked)
            .unwrap();
        assert!(unpacked == module && packed.len() < module.len());
        assert!(!site.join("tonnage-page-1f_bg.wasm").exists());
        let text = |name: &str| fs::read_to_string(site.join(name)).unwrap();
        assert_eq!(text("index.html"), "<link href=\"./tonnage-page-1f_bg.wasm.lzma\">");
        assert_eq!(text("worker.js"), "fetch(`./${name}_bg.wasm.lzma${version}`)");

        // A second time there is nothing to pack, and nothing changes.
        assert!(pack_modules(&site).unwrap_err().contains("is it a built site?"));
        assert_eq!(text("index.html"), "<link href=\"./tonnage-page-1f_bg.wasm.lzma\">");
        fs::remove_dir_all(&site).unwrap();
    }
}
